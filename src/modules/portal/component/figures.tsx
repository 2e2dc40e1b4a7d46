import { numberText } from './number-text.js';

export interface Figure {
  value: number | string;
  label: string;
  /** The records behind it. */
  href?: string;
  note?: string;
}

/** Numbers that stand for something, each leading to what it counts. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <ul class="figures">
      {figures.map(({ value, label, href, note }) => {
        const said = (
          <>
            <strong>{typeof value === 'number' ? numberText(value) : value}</strong> {label}
          </>
        );
        return (
          <li key={label}>
            {href ? <a href={href}>{said}</a> : said} {note && <span class="note">{note}</span>}
          </li>
        );
      })}
    </ul>
  );
}
