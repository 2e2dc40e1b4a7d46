import type { ListedHit } from '../../search/index.js';

const KINDS = { dataset: '数据', document: '文件' } as const;

/** A column of an exported list of results. */
export interface ExportColumn {
  header: string;
  /** In characters, for workbooks. */
  width: number;
  value: (hit: ListedHit, base: string) => string | null;
}

/** The columns of a table for people; programs take JSON, which has names that do not change. */
export const EXPORT_COLUMNS: readonly ExportColumn[] = [
  { header: '标题', width: 60, value: ({ title }) => title },
  { header: '种类', width: 8, value: ({ kind }) => KINDS[kind] },
  { header: '标识符', width: 28, value: ({ identifier }) => identifier },
  { header: '部门', width: 28, value: ({ department }) => department },
  { header: '发文字号', width: 24, value: ({ documentNumber }) => documentNumber },
  { header: '发布日期', width: 12, value: ({ publishedOn }) => publishedOn },
  { header: '更新日期', width: 12, value: ({ modifiedOn }) => modifiedOn },
  { header: '主题', width: 20, value: ({ topic }) => topic },
  { header: '有效性', width: 10, value: ({ validity }) => validity },
  { header: '开放类型', width: 12, value: ({ openness }) => openness },
  { header: '格式', width: 16, value: ({ formats }) => formats.join('、') },
  { header: '网址', width: 60, value: ({ url }, base) => base + url },
];

/** The cells of a record, in the order of the columns. Pure. */
export const cellsOf = (hit: ListedHit, base: string): string[] => EXPORT_COLUMNS.map(({ value }) => value(hit, base) ?? '');
