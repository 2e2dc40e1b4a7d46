/** Lines of 24 by 24, drawn for these pages. */
const PATHS = {
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M15.3 15.3L20.5 20.5',
  download: 'M12 4v11M7.5 11L12 15.5L16.5 11M5 20h14',
  external: 'M13 5h6v6M19 5L11 13M17 14v5H5V7h5',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  share: 'M12 15V4M8 7.5L12 4L16 7.5M6 12H5v8h14v-8h-1',
  speak: 'M4 9.5h3.5L12 5.5v13L7.5 14.5H4zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8',
  document: 'M6 3.5h8L18.5 8v12.5H6zM13.5 3.5V8.5h5M9 12.5h6.5M9 16h6.5',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 10v9',
  chart: 'M4 20h16M7 20v-7M12 20V6M17 20v-10',
  code: 'M8.5 7L4 12L8.5 17M15.5 7L20 12L15.5 17',
  bell: 'M6.5 16.5v-6a5.5 5.5 0 0 1 11 0v6L19.5 18.5h-15zM10 21h4',
  mail: 'M4 6h16v12H4zM4 7L12 13L20 7',
  check: 'M5 12.5L10 17.5L19.5 7',
  alert: 'M12 4L21 19.5H3zM12 10v4.5M12 17v.2',
  close: 'M6 6L18 18M18 6L6 18',
  building: 'M4 20.5h16M6 20.5V9L12 4.5L18 9v11.5M10 20.5V15h4v5.5',
  question: 'M12 3.5a8.5 8.5 0 1 1 0 17a8.5 8.5 0 0 1 0-17M9.5 9.8a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.8v.2',
} as const;

export type IconName = keyof typeof PATHS;

/** A sign beside words; it says nothing by itself and is hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

export const ICON_NAMES = Object.keys(PATHS) as IconName[];
