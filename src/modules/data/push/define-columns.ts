import type { FieldError } from '../../kernel/app-error.js';
import { nameColumns } from '../sniff/column-names.js';
import { columnRoles } from '../sniff/column-roles.js';
import { TYPE_LABELS } from '../sniff/match-items.js';
import type { TableColumn, TableSchema } from '../table/table-schema.js';
import type { PushedColumnInput } from './push.model.js';

/** What a table is like: its schema, and the keys of the columns that tell rows apart. */
export interface Definition {
  schema: TableSchema;
  key: string[];
}

/**
 * The schema of a pushed table; `before` is that of one that has rows. It may get columns, at the end; it loses none and none changes its type, so that
 * whoever reads it can go on. Pure.
 */
export function defineColumns(
  given: readonly PushedColumnInput[],
  keyNames: readonly string[],
  before?: { columns: readonly TableColumn[]; key: readonly string[] },
): Definition | { errors: FieldError[] } {
  const errors = [...duplicates(given), ...scales(given)];
  const standing = before?.columns ?? [];
  const added = given.filter(({ name }) => !standing.some((column) => column.name === name));
  for (const column of standing) errors.push(...flawsOf(column, given));
  const names = nameColumns([...standing.map(({ name }) => name), ...added.map(({ name }) => name)]);
  const columns = [...standing.map(({ name }) => given.find((each) => each.name === name)), ...added].flatMap(
    (each, index): TableColumn[] => (each ? [columnOf(each, standing[index]?.key ?? names[index]!.key)] : []),
  );
  const key = keyNames.map((name) => columns.find((column) => column.name === name)?.key);
  keyNames.forEach((name, index) => {
    if (key[index] === undefined) errors.push({ field: `key[${index}]`, message: `columns 中没有“${name}”` });
  });
  if (before && errors.length === 0 && before.key.join() !== key.join())
    errors.push({ field: 'key', message: '表中已有行，不能改换 key；请先用 replace 清空，或另建一张表' });
  if (given.length === 0) errors.push({ field: 'columns', message: '至少要有一列' });
  return errors.length > 0 ? { errors } : { schema: { columns, ...columnRoles(columns) }, key: key as string[] };
}

const columnOf = ({ name, type, scale, unit, description }: PushedColumnInput, key: string): TableColumn => ({
  key,
  name,
  type,
  ...(unit ? { unit } : {}),
  ...(typeof scale === 'number' ? { scale } : {}),
  ...(description ? { description } : {}),
});

function flawsOf(column: TableColumn, given: readonly PushedColumnInput[]): FieldError[] {
  const index = given.findIndex(({ name }) => name === column.name);
  if (index < 0) return [{ field: 'columns', message: `表中已有的列“${column.name}”不能去掉` }];
  const { type, scale } = given[index]!;
  if (type === column.type && (scale ?? undefined) === column.scale) return [];
  const now = `${TYPE_LABELS[column.type]}${column.scale === undefined ? '' : `（${column.scale} 位小数）`}`;
  return [{ field: `columns[${index}].type`, message: `“${column.name}”现在是${now}，表中有行时不能改` }];
}

const duplicates = (given: readonly PushedColumnInput[]): FieldError[] =>
  given.flatMap(({ name }, index) =>
    given.findIndex((other) => other.name.toLowerCase() === name.toLowerCase()) < index
      ? [{ field: `columns[${index}].name`, message: `列名“${name}”重复` }]
      : [],
  );

const scales = (given: readonly PushedColumnInput[]): FieldError[] =>
  given.flatMap(({ type, scale }, index) =>
    typeof scale === 'number' && type !== 'number' ? [{ field: `columns[${index}].scale`, message: '只有 number 有小数位数' }] : [],
  );
