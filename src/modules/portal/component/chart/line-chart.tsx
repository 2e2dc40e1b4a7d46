import type { ChartData } from './chart-data.js';
import { ChartFigure } from './chart-figure.js';
import { ChartFrame, type Place, placeOf } from './chart-frame.js';
import { Point } from './marks.js';
import { scaleOf } from './scale.js';

/** Lines through points, broken where there is no value. Pure. */
export function linePath(values: readonly (number | null)[], { x, y }: Place): string {
  return values
    .map((value, index) => {
      if (value === null) return '';
      const begins = index === 0 || values[index - 1] === null;
      return `${begins ? 'M' : 'L'}${x(index)} ${y(value)}`;
    })
    .join('');
}

/** Lines drawn on the server, each with points of its own form. */
export function LineChart(data: ChartData) {
  const { labels, series, most } = data;
  const values = series.flatMap((each) => each.values.filter((value) => value !== null));
  const scale = scaleOf(most === undefined ? values : [most], { whole: !data.fractions });
  const place = placeOf(labels.length, scale);
  return (
    <ChartFigure data={data} lines>
      <ChartFrame data={data} scale={scale} place={place}>
        {series.map(({ key, mark, values: own }) => (
          <g key={key}>
            <path class={`chart-path chart-${mark}`} d={linePath(own, place)} />
            {own.map((value, index) => value !== null && <Point key={index} mark={mark} x={place.x(index)} y={place.y(value)} />)}
          </g>
        ))}
      </ChartFrame>
    </ChartFigure>
  );
}
