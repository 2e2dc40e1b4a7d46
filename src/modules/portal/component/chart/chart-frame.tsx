import type { ComponentChildren } from 'preact';
import { numberText } from '../number-text.js';
import type { ChartData } from './chart-data.js';
import { labelLines } from './label-lines.js';
import { labelStep, type Scale } from './scale.js';

const WIDTH = 640;
const HEIGHT = 302;
const LEFT = 52;
const RIGHT = 12;
const TOP = 26;
const BOTTOM = 58;
/** Of a letter, and from line to line. */
const LETTER = 13;
const LINE = 16;
/** Labels of seven characters have room for so many. */
const LABELS = 10;

/** Where the parts of a chart are. */
export interface Place {
  /** Middle of the space of a label. */
  x: (index: number) => number;
  y: (value: number) => number;
  /** Width of the space of a label. */
  step: number;
}

/** Places in a frame with that many labels. Pure. */
export function placeOf(labels: number, { top }: Scale): Place {
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, labels);
  return {
    step,
    x: (index) => round(LEFT + step * (index + 0.5)),
    y: (value) => round(HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM)),
  };
}

export const round = (value: number): number => Math.round(value * 10) / 10;

/** Lines, labels and words of a chart; what is drawn in it stands inside. */
export function ChartFrame({ data, scale, place, children }: { data: ChartData; scale: Scale; place: Place; children: ComponentChildren }) {
  const { id, title, description, labels, unit } = data;
  const every = labelStep(labels.length, LABELS);
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <text class="chart-unit" x={4} y={14}>
        {unit}
      </text>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line class={tick === 0 ? 'chart-ground' : 'chart-line'} x1={LEFT} x2={WIDTH - RIGHT} y1={place.y(tick)} y2={place.y(tick)} />
          <text class="chart-tick" x={LEFT - 6} y={place.y(tick) + 4}>
            {numberText(tick)}
          </text>
        </g>
      ))}
      {labels.map((label, index) =>
        index % every === 0 ? (
          <text key={label} class="chart-label" x={place.x(index)} y={HEIGHT - BOTTOM + 20}>
            {labelLines(label, (place.step * every) / LETTER - 1).map((line, number) => (
              <tspan key={number} x={place.x(index)} dy={number === 0 ? 0 : LINE}>
                {line}
              </tspan>
            ))}
          </text>
        ) : null,
      )}
      {children}
    </svg>
  );
}
