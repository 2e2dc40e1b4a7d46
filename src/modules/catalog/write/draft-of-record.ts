import type { CoreColumn } from '../record/core-column.js';
import type { RecordRow } from '../record/record.entity.js';
import type { RelationFields } from '../record/record-fields.js';
import { DatasetInput, DocumentInput } from '../record/record.input.js';
import type { Draft } from './draft.js';

type Stored = Pick<RecordRow, CoreColumn | 'kind' | 'profile'>;

/** The draft that would write a record as it stands: written again, it changes nothing. Pure. */
export function draftOfRecord({ kind, profile, body, ...core }: Stored, relations: readonly RelationFields[]): Draft {
  const { identifier, title, abstract, keywords, topic, region, publishedOn, modifiedOn, sourceUrl } = core;
  const { documentNumberKey: _, ...own } = profile as Record<string, unknown>;
  const shared = { identifier, title, abstract, keywords, topic, region, publishedOn, modifiedOn, sourceUrl, relations: [...relations] };
  if (kind === 'dataset') return { kind, input: Object.assign(new DatasetInput(), shared, own) };
  return { kind, input: Object.assign(new DocumentInput(), shared, { body }, own) };
}
