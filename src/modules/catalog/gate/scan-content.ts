import type { ContentPart, Finding, Rule } from './finding.js';
import { personalDataRules } from './personal-data.js';
import { publicityNoteRule } from './publicity.js';
import { type Reading, readingOf } from './reading/reading.js';
import { secrecyMarkRule } from './secrecy-mark.js';

/** What is looked for everywhere, whatever the word list holds. */
export const STANDING_RULES: readonly Rule[] = [secrecyMarkRule, publicityNoteRule, ...personalDataRules];

/** Most findings of one rule in one field, or in one file: what comes after is the same again. */
export const MOST = 50;

/** Everything in the texts of a draft that must not, or perhaps should not, be published. Pure. */
export function scanContent(parts: readonly ContentPart[], rules: readonly Rule[] = STANDING_RULES, most = MOST): Finding[] {
  return parts.flatMap((part) => {
    const reading = readingOf(part.text);
    return rules.flatMap((rule) => (part.code && !rule.inCodes ? [] : findingsOf(rule, part, reading, most)));
  });
}

function findingsOf({ name, severity, message, basis, find, mask }: Rule, part: ContentPart, reading: Reading, most: number): Finding[] {
  const findings: Finding[] = [];
  const counts = new Map<string, number>();
  for (const match of find(reading.text, part)) {
    // Counted by weight: many remarks must not hide what blocks.
    const weight = match.severity ?? severity;
    const told = counts.get(weight) ?? 0;
    counts.set(weight, told + 1);
    if (told >= most) continue;
    const [start, end] = [reading.start(match.start), reading.end(match.end)];
    findings.push({
      rule: name,
      severity: weight,
      field: part.field,
      start,
      end,
      masked: mask(part.text.slice(start, end)),
      message,
      basis,
    });
  }
  return findings;
}
