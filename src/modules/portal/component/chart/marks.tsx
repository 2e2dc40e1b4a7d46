import type { Mark, Series } from './chart-data.js';

/** The hatching of bars, which needs a name of its own in the page. */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-hatched`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="chart-paper" width="6" height="6" />
        <rect class="chart-hatch" width="3" height="6" />
      </pattern>
      <pattern id={`${id}-dotted`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="chart-paper" width="6" height="6" />
        <circle class="chart-dot" cx="3" cy="3" r="1.4" />
      </pattern>
    </defs>
  );
}

/** How a bar is filled, where that is no plain colour of the stylesheet. */
export const fillOf = (id: string, mark: Mark): string | undefined =>
  mark === 'hatched' || mark === 'dotted' ? `url(#${id}-${mark})` : undefined;

/** The sign at a point of a line. */
export function Point({ mark, x, y }: { mark: Mark; x: number; y: number }) {
  const className = `chart-point chart-${mark}`;
  if (mark === 'hatched') return <rect class={className} x={x - 3.5} y={y - 3.5} width="7" height="7" />;
  if (mark === 'dotted') return <path class={className} d={`M${x} ${y - 4.5}l4.5 8h-9z`} />;
  return <circle class={className} cx={x} cy={y} r="4" />;
}

/** Which mark is which series. */
export function Legend({ id, series, lines = false }: { id: string; series: readonly Series[]; lines?: boolean }) {
  return (
    <ul class="chart-legend">
      {series.map(({ key, label, mark }) => (
        <li key={key}>
          <svg class="chart-key" viewBox="0 0 24 16" aria-hidden="true" focusable="false">
            {lines ? (
              <>
                <line class={`chart-path chart-${mark}`} x1="1" x2="23" y1="8" y2="8" />
                <Point mark={mark} x={12} y={8} />
              </>
            ) : (
              <rect class={`chart-bar chart-${mark}`} fill={fillOf(id, mark)} x="1" y="1" width="22" height="14" />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
