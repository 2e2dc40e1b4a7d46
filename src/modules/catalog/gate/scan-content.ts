import type { ContentPart, Finding, Rule } from './finding.js';
import { personalDataRules } from './personal-data.js';
import { secrecyMarkRule } from './secrecy-mark.js';

/** What is looked for everywhere, whatever the word list holds. */
export const STANDING_RULES: readonly Rule[] = [secrecyMarkRule, ...personalDataRules];

/** Most findings of one rule in one field, or in one file: what comes after is the same again. */
export const MOST = 50;

/** Characters that draw nothing: between two digits they would hide a number from the rules, and from nobody else. */
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;

/** Everything in the texts of a draft that must not, or perhaps should not, be published. Pure. */
export function scanContent(parts: readonly ContentPart[], rules: readonly Rule[] = STANDING_RULES, most = MOST): Finding[] {
  return parts.flatMap(({ field, text: given }) => {
    const text = given.replace(INVISIBLE, '');
    return rules.flatMap(({ name, severity, message, basis, find, mask }) => {
      const findings: Finding[] = [];
      for (const match of find(text)) {
        const { start, end } = match;
        findings.push({
          rule: name,
          severity: match.severity ?? severity,
          field,
          start,
          end,
          masked: mask(text.slice(start, end)),
          message,
          basis,
        });
        if (findings.length === most) break;
      }
      return findings;
    });
  });
}
