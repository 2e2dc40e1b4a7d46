import type { NoticeDraft, RecordRow } from '../../catalog/index.js';
import type { DataConversionRow } from './data-conversion.entity.js';

/** Tells the editors of the department that a file did not become a table. Pure. */
export function noticesOfFailure({ id, title, queuedAt }: DataConversionRow, record: RecordRow, error: string): NoticeDraft[] {
  if (record.department === null) return [];
  return [
    {
      kind: 'duty',
      key: `conversion:${id}:${queuedAt.getTime()}`,
      subject: `附件没有变成表：${record.title}`,
      text: `附件“${title}”没有转换成可以逐行查询的表。${error}`,
      link: `/workbench/records/${encodeURIComponent(record.identifier)}/tables`,
      dueOn: null,
      to: { role: 'editor', department: record.department },
    },
  ];
}
