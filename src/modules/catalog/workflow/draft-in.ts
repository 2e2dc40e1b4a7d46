import { AppError } from '../../kernel/app-error.js';
import type { Draft } from '../write/draft.js';
import type { SubmissionInput } from './submission.model.js';

/** The draft that a department hands in. @throws AppError VALIDATION_FAILED unless it is one of the two */
export function draftIn({ dataset, document }: SubmissionInput): Draft {
  if (dataset && !document) return { kind: 'dataset', input: dataset };
  if (document && !dataset) return { kind: 'document', input: document };
  throw new AppError('VALIDATION_FAILED', '稿件须有 dataset 或 document 之一，不能同时有。', {
    english: 'Give either dataset or document.',
    fields: [{ field: dataset ? 'document' : 'dataset', message: '二者须有其一' }],
  });
}
