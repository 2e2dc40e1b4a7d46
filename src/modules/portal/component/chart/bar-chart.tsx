import type { ChartData } from './chart-data.js';
import { ChartFigure } from './chart-figure.js';
import { ChartFrame, placeOf, round } from './chart-frame.js';
import { fillOf, Patterns } from './marks.js';
import { scaleOf } from './scale.js';

/** Part of the space of a label that a bar fills, and how wide it is at most. */
const FILLED = 0.7;
const WIDEST = 44;
/** Values stand above bars while there are so few. */
const FEW = 12;

/** Bars drawn on the server; several series stand on top of each other. */
export function BarChart(data: ChartData) {
  const { id, labels, series, most } = data;
  const totals = labels.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const scale = scaleOf(most === undefined ? totals : [most], { whole: !data.fractions });
  const place = placeOf(labels.length, scale);
  const width = round(Math.min(WIDEST, place.step * FILLED));
  return (
    <ChartFigure data={data}>
      <ChartFrame data={data} scale={scale} place={place}>
        <Patterns id={id} />
        {labels.map((label, index) => {
          let below = 0;
          const left = round(place.x(index) - width / 2);
          return (
            <g key={label}>
              {series.map(({ key, mark, values }) => {
                const value = values[index] ?? 0;
                if (value <= 0) return null;
                const [top, bottom] = [place.y(below + value), place.y(below)];
                below += value;
                const height = round(bottom - top);
                return (
                  <rect
                    key={key}
                    class={`chart-bar chart-${mark}`}
                    fill={fillOf(id, mark)}
                    x={left}
                    y={top}
                    width={width}
                    height={height}
                  />
                );
              })}
              {labels.length <= FEW && totals[index]! > 0 && (
                <text class="chart-value" x={place.x(index)} y={place.y(totals[index]!) - 5}>
                  {round(totals[index]!)}
                </text>
              )}
            </g>
          );
        })}
      </ChartFrame>
    </ChartFigure>
  );
}
