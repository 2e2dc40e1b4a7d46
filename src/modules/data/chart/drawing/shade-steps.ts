import { shortNumber } from '../number-words.js';
import { SHADES } from './palette.js';

/** Values from `from` to `to` (both included) have one shade. */
export interface ShadeStep {
  from: number;
  to: number;
  fill: string;
  ink: string;
}

/** At most five shades with about as many values in each; fewer where values repeat. Pure. */
export function shadeSteps(values: readonly number[]): ShadeStep[] {
  const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  const different = [...new Set(sorted)];
  if (different.length === 0) return [];
  const count = Math.min(SHADES.length, different.length);
  const steps: [from: number, to: number][] = [];
  let from = 0;
  for (let step = 1; step <= count; step++) {
    if (from >= sorted.length) break;
    let to = Math.max(from, Math.ceil((step / count) * sorted.length) - 1);
    if (different.length <= SHADES.length) to = sorted.lastIndexOf(different[step - 1]!);
    to = sorted.lastIndexOf(sorted[to]!);
    steps.push([sorted[from]!, sorted[to]!]);
    from = to + 1;
  }
  // Few steps take the ends of the scale, so that they are far apart.
  const place = (index: number) => (steps.length === 1 ? 3 : Math.round((index / (steps.length - 1)) * (SHADES.length - 1)));
  return steps.map(([low, high], index) => ({ from: low, to: high, ...SHADES[place(index)]! }));
}

export const stepOf = (value: number | null, steps: readonly ShadeStep[]): ShadeStep | undefined =>
  value === null ? undefined : steps.find(({ to }) => value <= to);

export const stepName = ({ from, to }: ShadeStep): string => (from === to ? shortNumber(from) : `${shortNumber(from)}–${shortNumber(to)}`);
