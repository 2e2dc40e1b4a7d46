import type { VocabularyService } from '../../vocabulary/index.js';
import { type InputFields, inputOf } from '../record/input-of.js';
import type { RecordRow } from '../record/record.entity.js';
import type { RelationFields } from '../record/record-fields.js';
import type { RevisionRow } from '../write/revision.entity.js';
import { presentRecord } from './present-record.js';

/** What a department declared of a record, as it would give it again: not what a repeal made of its validity. Pure. */
export function declaredInput(row: RecordRow, relations: readonly RelationFields[], vocabulary: VocabularyService): InputFields {
  const input = inputOf(row.kind, presentRecord(row, relations, vocabulary));
  if (row.kind !== 'document') return input;
  const { validity: _, ...rest } = input;
  const declared = (row.profile as { validity?: string }).validity;
  return declared ? { ...rest, validity: vocabulary.label('validity', declared) } : rest;
}

/** The same of a record as it stood at one revision. */
export function inputOfRevision({ snapshot, createdAt, revision }: RevisionRow, vocabulary: VocabularyService): InputFields {
  const { relations, ...columns } = snapshot as RecordRow & { relations: RelationFields[] };
  const row: RecordRow = { ...columns, revision, warnings: [], createdAt, updatedAt: createdAt };
  return declaredInput(row, relations, vocabulary);
}
