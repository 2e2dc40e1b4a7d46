import type { RecordRow } from '../record/record.entity.js';
import type { RelationFields } from '../record/record-fields.js';

/** Full content of a revision: enough to rebuild the record as it stood. */
export function snapshotOf(row: RecordRow, relations: readonly RelationFields[]): object {
  const {
    identifier,
    kind,
    status,
    title,
    abstract,
    keywords,
    topic,
    region,
    department,
    coDepartments,
    publishedOn,
    modifiedOn,
    sourceUrl,
    body,
    profile,
    validity,
    withdrawalReason,
  } = row;
  const sorted = [...relations].sort((a, b) => (`${a.type} ${a.target}` < `${b.type} ${b.target}` ? -1 : 1));
  return {
    identifier,
    kind,
    status,
    title,
    abstract,
    keywords,
    topic,
    region,
    department,
    coDepartments,
    publishedOn,
    modifiedOn,
    sourceUrl,
    body,
    profile,
    validity,
    withdrawalReason,
    relations: sorted,
  };
}
