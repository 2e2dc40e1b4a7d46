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

function findingsOf(rule: Rule, part: ContentPart, reading: Reading, most: number): Finding[] {
  const findings: Finding[] = [];
  const counts = new Map<string, number>();
  for (const match of rule.find(reading.text, part)) {
    const [start, end] = [reading.start(match.start), reading.end(match.end)];
    const written = part.text.slice(start, end);
    if (rule.confirm && !rule.confirm(written)) continue;
    // Counted by weight: many remarks must not hide what blocks.
    const severity = match.severity ?? rule.severity;
    const told = counts.get(severity) ?? 0;
    counts.set(severity, told + 1);
    if (told >= most) continue;
    const { name, message, basis } = rule;
    findings.push({ rule: name, severity, field: part.field, start, end, masked: rule.mask(written), message, basis });
  }
  return findings;
}
