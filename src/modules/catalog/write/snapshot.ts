import { CORE_COLUMNS } from '../record/core-column.js';
import type { RecordRow } from '../record/record.entity.js';
import type { RelationFields } from '../record/record-fields.js';

const KEPT = [
  ...CORE_COLUMNS,
  'kind',
  'status',
  'department',
  'coDepartments',
  'profile',
  'validity',
  'withdrawalReason',
] as const satisfies (keyof RecordRow)[];

/** Full content of a revision: enough to rebuild the record as it stood. */
export function snapshotOf(row: RecordRow, relations: readonly RelationFields[]): object {
  const sorted = [...relations].sort((a, b) => (`${a.type} ${a.target}` < `${b.type} ${b.target}` ? -1 : 1));
  return { ...Object.fromEntries(KEPT.map((column) => [column, row[column]])), relations: sorted };
}
