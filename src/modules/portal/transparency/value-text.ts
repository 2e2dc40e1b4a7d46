import { numberText } from '../component/number-text.js';
import type { FigureName } from '../../transparency/index.js';

/** A figure as it is shown; shares with their sign. Pure. */
export function valueText(name: FigureName, value: number | null, none: string): string {
  if (value === null) return none;
  return name.endsWith('Share') ? `${value}%` : numberText(value);
}
