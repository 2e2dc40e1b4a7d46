import { parseIndexNumber } from '../../kernel/identifier/index.js';
import type { VocabularyService } from '../../vocabulary/index.js';
import type { Draft } from '../write/draft.js';
import { normalise } from '../write/normalise.js';
import type { Finding } from './finding.js';

/** What is doubtful about codes, numbers and dates of a draft: told to everybody on the way, stopping nobody. Pure. */
export function remarksOn(draft: Draft, vocabulary: VocabularyService): Finding[] {
  const fields = draft.input as unknown as Record<string, unknown>;
  const number = draft.kind === 'document' ? draft.input.indexNumber : null;
  const parsed = number ? parseIndexNumber(number) : undefined;
  const remarks = [
    ...normalise(draft, vocabulary).warnings,
    ...(parsed && !parsed.ok ? [{ field: 'indexNumber', message: parsed.reason }] : []),
  ];
  return remarks.map(({ field, message }) => {
    const value = fields[field];
    const shown = typeof value === 'string' ? value : '';
    return { rule: 'code', severity: 'warn', field, start: 0, end: shown.length, masked: shown, message, basis: '目录代码表与编码规则' };
  });
}
