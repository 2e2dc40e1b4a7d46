import type { CoreColumn } from '../record/core-column.js';
import type { DatasetInput, DocumentInput } from '../record/record.input.js';
import type { RecordKind, RecordRow, Warning } from '../record/record.entity.js';
import type { RelationFields } from '../record/record-fields.js';

/** Valid input of one record, on its way into the catalog. */
export type Draft = { kind: 'dataset'; input: DatasetInput } | { kind: 'document'; input: DocumentInput };

/** Who writes, and for which request. */
export interface WriteContext {
  actor: string;
  requestId: string | null;
}

/** The columns that a draft decides, in normal form, before departments are looked up. */
export type NormalRecord = Pick<RecordRow, CoreColumn | 'inputHash' | 'warnings'> & {
  kind: RecordKind;
  profile: Profile;
  /** Names of the provider or the issuers, the leading one first. */
  organizations: string[];
  relations: RelationFields[];
};

/** Fields of one kind as stored: codes where a table knows the label. */
export type Profile = Record<string, unknown> & { validity?: string | null; documentNumberKey?: string };

export type { Warning };
