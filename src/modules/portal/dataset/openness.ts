import type { Dataset } from '../../catalog/index.js';

/** How the data can be had: by everybody, by whoever applies, by asking (nobody is there to decide on the site), or not at all. */
export type Opening = 'open' | 'applied' | 'asked' | 'closed';

/** How a dataset is open, by its label and its department. Pure. */
export function openingOf({ openness, departmentCode }: Pick<Dataset, 'openness' | 'departmentCode'>): Opening {
  if (openness === CONDITIONAL) return departmentCode ? 'applied' : 'asked';
  return openness === CLOSED ? 'closed' : 'open';
}

/** Labels of the code table `openness`. */
const CONDITIONAL = '有条件开放';
const CLOSED = '不予开放';
