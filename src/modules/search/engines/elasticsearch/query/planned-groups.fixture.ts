import type { PlannedGroup } from '../../match-plan.js';

/** A group of one word, as a plan has it. */
export function plannedGroup(text: string, change: Partial<PlannedGroup> = {}): PlannedGroup {
  return {
    text,
    importance: 1,
    required: true,
    idf: 4,
    expression: `'${text}'`,
    alternatives: [{ tokens: [text], weight: 1, idf: 4 }],
    ...change,
  };
}
