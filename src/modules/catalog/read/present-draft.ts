import type { VocabularyService } from '../../vocabulary/index.js';
import type { RecordRow } from '../record/record.entity.js';
import type { AnyRecord } from '../record/record.model.js';
import type { Draft } from '../write/draft.js';
import { normalise } from '../write/normalise.js';
import { presentRecord } from './present-record.js';

/** A draft as everyone would read it once it is published: codes resolved, numbers in standard spelling, the body cleaned. Pure. */
export function presentDraft(draft: Draft, department: string | null, now: Date, vocabulary: VocabularyService): AnyRecord {
  const { organizations: _, relations, ...columns } = normalise(draft, vocabulary);
  const row: RecordRow = {
    ...columns,
    id: '0',
    status: 'published',
    revision: 0,
    department,
    coDepartments: [],
    validity: columns.profile.validity ?? null,
    withdrawalReason: null,
    createdAt: now,
    updatedAt: now,
  };
  return presentRecord(row, relations, vocabulary);
}
