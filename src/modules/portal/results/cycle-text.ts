import type { Messages } from '../message/index.js';

/** How often a dataset is updated, in words; 不更新 is a sentence already. Pure. */
export function cycleText(cycle: string, t: Messages): string {
  const said = t.value[cycle] ?? cycle;
  return cycle.endsWith('更新') ? said : t.results.cycle(said);
}
