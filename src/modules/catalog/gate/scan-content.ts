import type { ContentPart, Finding, Rule } from './finding.js';
import { personalDataRules } from './personal-data.js';
import { secrecyMarkRule } from './secrecy-mark.js';

/** What is looked for everywhere, whatever the word list holds. */
export const STANDING_RULES: readonly Rule[] = [secrecyMarkRule, ...personalDataRules];

/** Most findings of one rule in one field, or in one file: what comes after is the same again. */
export const MOST = 50;

/** Characters that draw nothing: between two digits they would hide a number from the rules, and from nobody else. */
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]|\u034f|[\ufe00-\ufe0f]/gu;

/** Everything in the texts of a draft that must not, or perhaps should not, be published. Pure. */
export function scanContent(parts: readonly ContentPart[], rules: readonly Rule[] = STANDING_RULES, most = MOST): Finding[] {
  return parts.flatMap(({ field, text: given }) => {
    const text = given.replace(INVISIBLE, '').replaceAll('\r\n', '\n');
    return rules.flatMap(({ name, severity, message, basis, find, mask }) => {
      const findings: Finding[] = [];
      const counts = new Map<string, number>();
      for (const match of find(text)) {
        const { start, end } = match;
        // Counted by weight: many remarks must not hide what blocks.
        const weight = match.severity ?? severity;
        const told = counts.get(weight) ?? 0;
        counts.set(weight, told + 1);
        if (told >= most) continue;
        findings.push({
          rule: name,
          severity: weight,
          field,
          start,
          end,
          masked: mask(text.slice(start, end)),
          message,
          basis,
        });
      }
      return findings;
    });
  });
}
