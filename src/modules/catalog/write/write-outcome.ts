import type { FieldError } from '../../kernel/app-error.js';
import type { Warning } from '../record/record.entity.js';

/** What became of one draft. */
export type WriteOutcome =
  | { result: 'created' | 'updated' | 'unchanged'; identifier: string; recordId: string; revision: number; warnings: Warning[] }
  | { result: 'rejected'; identifier: string; code: 'CONFLICT' | 'GONE' | 'VALIDATION_FAILED'; errors: FieldError[] };
