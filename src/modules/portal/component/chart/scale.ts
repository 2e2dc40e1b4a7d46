/** Values at which lines are drawn across a chart, from 0 to at least the highest value. */
export interface Scale {
  top: number;
  ticks: number[];
}

/** Lines at round numbers, five at most above the ground; whole numbers only, where the values are. Pure. */
export function scaleOf(values: readonly number[], { whole = true }: { whole?: boolean } = {}): Scale {
  const highest = Math.max(0, ...values);
  if (highest === 0) return { top: 1, ticks: [0, 1] };
  const rough = highest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const fitting = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= rough)!;
  const step = whole ? Math.max(1, Math.ceil(fitting)) : fitting;
  const count = Math.ceil(highest / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
  return { top: ticks.at(-1)!, ticks };
}

/** Every which label can be written so that none touches the next, given their number and how many have room. Pure. */
export const labelStep = (count: number, room: number): number => Math.max(1, Math.ceil(count / room));
