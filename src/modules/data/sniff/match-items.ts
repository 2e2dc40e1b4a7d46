import { nearestName } from '../../kernel/field/index.js';
import type { ColumnType, TableColumn } from '../table/table-schema.js';

/** A declared item (信息项) of the record. */
export interface DeclaredItem {
  name: string;
  type?: string | null;
  length?: string | null;
  description?: string | null;
}

const bare = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/[（(][^）)]*[）)]$|[\s_\-·、]/gu, '')
    .toLowerCase();

/** Codes and words of item types (GB/T 21063): what a column of each may be. */
const FITTING: [RegExp, ColumnType[]][] = [
  [/^(N|数值|数字|整型|整数|int|number|numeric|decimal|float|double|金额)/iu, ['integer', 'number']],
  [/^(DT|日期时间|时间|datetime|timestamp)/iu, ['datetime', 'date', 'time']],
  [/^(D|日期|date)/iu, ['date', 'datetime']],
  [/^(BL|B|布尔|逻辑|bool)/iu, ['boolean', 'string', 'integer']],
];

/** Gives columns the items they are, and says in a sentence each where declaration and file differ. Pure. */
export function matchItems(columns: readonly TableColumn[], items: readonly DeclaredItem[]): { columns: TableColumn[]; notes: string[] } {
  if (items.length === 0) return { columns: [...columns], notes: [] };
  const notes: string[] = [];
  const left = new Set(items);
  const matched = columns.map((column) => {
    const item =
      [...left].find(({ name }) => name.trim() === column.name) ?? [...left].find(({ name }) => bare(name) === bare(column.name));
    if (!item) return column;
    left.delete(item);
    const fitting = FITTING.find(([pattern]) => pattern.test(item.type?.trim() ?? ''))?.[1];
    if (fitting && !fitting.includes(column.type))
      notes.push(`信息项“${item.name}”登记的类型是“${item.type}”，文件中的这一列却是${TYPE_LABELS[column.type]}`);
    return { ...column, item: item.name, ...(item.description ? { description: item.description } : {}) };
  });
  const extra = matched.filter(({ item }) => item === undefined).map(({ name }) => name);
  for (const { name } of left) {
    const near = nearestName(
      name,
      extra.filter((other) => sharesHalf(name, other)),
    );
    notes.push(near === undefined ? `登记的信息项“${name}”在文件中没有` : `登记的信息项“${name}”在文件中没有，有相近的列“${near}”`);
  }
  if (extra.length > 0) notes.push(`文件中有未登记为信息项的列：${extra.slice(0, 20).join('、')}${extra.length > 20 ? ' 等' : ''}`);
  return { columns: matched, notes };
}

/** Two edits make any word of two characters into any other: half of the characters must be the same. */
const sharesHalf = (a: string, b: string) => [...a].filter((sign) => b.includes(sign)).length * 2 >= a.length;

/** What people call the types. */
export const TYPE_LABELS: Record<ColumnType, string> = {
  string: '文本',
  integer: '整数',
  number: '数字',
  boolean: '是否',
  date: '日期',
  datetime: '日期和时间',
  time: '时刻',
};
