import type { Draft } from '../write/draft.js';
import { tableFindings } from './body-table.js';
import { contentParts } from './content-parts.js';
import type { ContentPart, Rule } from './finding.js';
import { scanContent, STANDING_RULES } from './scan-content.js';

/** Expressions that are only wrong harm nobody. */
const HARMLESS = 'wrongWord';

/**
 * Whether an old content holds what today's gate finds and what the present content no longer has: personal data, secrecy
 * marks, sensitive words. It may have been taken out because it should not stand there, so it must not come back. Pure.
 */
export function holdsWhatWasRemoved(old: Draft, present: Draft, rules: readonly Rule[] = STANDING_RULES): boolean {
  const before = contentParts(old);
  const now = contentParts(present);
  const standing = new Set(found(now, rules));
  return found(before, rules).some((each) => !standing.has(each));
}

/** What stands in the texts that a rule knows, as it stands there. */
function found(parts: readonly ContentPart[], rules: readonly Rule[]): string[] {
  const texts = new Map(parts.map(({ field, text }) => [field, text]));
  const words = scanContent(parts, rules, Number.POSITIVE_INFINITY)
    .filter(({ rule, severity }) => rule !== HARMLESS || severity !== 'warn')
    .map(({ rule, field, start, end }) => `${rule} ${texts.get(field)!.slice(start, end)}`);
  const tables = tableFindings(parts).map(({ rule, field }) => `${rule} ${rows(texts.get(field) ?? '')}`);
  return [...words, ...tables];
}

/** The rows of the tables in a text: persons named in a table stand for all that it says of them. */
const rows = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.includes('\t'))
    .join('\n');
