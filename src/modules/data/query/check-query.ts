import { isNumeric, type TableColumn, type TableSchema } from '../table/table-schema.js';
import { TYPE_LABELS } from '../sniff/match-items.js';
import { checkValue } from './check-value.js';
import { columnNamed, queryError } from './query-error.js';
import type { RawCondition, RawOrder, RawQuery, RawSelect } from './raw-query.js';
import { type Aggregate, type Condition, type Order, type Selected, type TableQuery } from './table-query.js';

const MOST_SELECTED = 200;
const MOST_GROUPS = 8;
const MOST_ORDERS = 5;
const MOST_WORDS = 8;

/** Holds a question against the table it is asked of. @throws AppError BAD_REQUEST */
export function checkQuery(raw: RawQuery, schema: TableSchema): TableQuery {
  const { columns } = schema;
  const groupBy = distinct(raw.groupBy.map((named) => columnNamed(columns, named, 'groupBy')));
  if (groupBy.length > MOST_GROUPS) throw queryError('groupBy', `最多按 ${MOST_GROUPS} 列分组`, `at most ${MOST_GROUPS} columns`);
  const grouped = groupBy.length > 0 || raw.select.some(({ aggregate }) => aggregate !== undefined);
  const select = selected(raw.select, columns, groupBy, grouped);
  const parts = raw.where.map((condition) => checkCondition(condition, schema));
  const words = (raw.q ?? '')
    .normalize('NFKC')
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length > MOST_WORDS) throw queryError('q', `最多 ${MOST_WORDS} 个词`, `at most ${MOST_WORDS} words`);
  if (raw.orderBy.length > MOST_ORDERS) throw queryError('orderBy', `最多按 ${MOST_ORDERS} 列排序`, `at most ${MOST_ORDERS} columns`);
  return {
    select,
    ...(parts.length === 0 ? {} : { where: parts.length === 1 ? parts[0]! : { kind: 'and', parts } }),
    words,
    grouped,
    groupBy,
    orderBy: raw.orderBy.map((order) => checkOrder(order, columns, select, grouped)),
  };
}

function selected(
  raw: readonly RawSelect[],
  columns: readonly TableColumn[],
  groupBy: readonly TableColumn[],
  grouped: boolean,
): Selected[] {
  if (raw.length > MOST_SELECTED) throw queryError('select', `最多 ${MOST_SELECTED} 列`, `at most ${MOST_SELECTED} columns`);
  const given = raw.map((each) => selectedOne(each, columns, groupBy, grouped));
  if (!grouped) return unique(given.length > 0 ? given : columns.map((column) => ({ name: column.name, column })));
  const missing = groupBy.filter((column) => !given.some((each) => each.aggregate === undefined && each.column === column));
  const counted: Selected[] = given.some(({ aggregate }) => aggregate !== undefined)
    ? given
    : [...given, { name: 'count', aggregate: 'count' }];
  return unique([...missing.map((column) => ({ name: column.name, column })), ...counted]);
}

function selectedOne(
  { aggregate, column: named, as }: RawSelect,
  columns: readonly TableColumn[],
  groupBy: readonly TableColumn[],
  grouped: boolean,
): Selected {
  const column = named && columnNamed(columns, named, 'select');
  if (aggregate === undefined) {
    if (grouped && !groupBy.includes(column!))
      throw queryError(
        'select',
        `“${column!.name}”既没有汇总，也不在 groupBy 中；请写成 count(${column!.name})、max(${column!.name}) 等，或加入 groupBy`,
        `${column!.key} is neither aggregated nor in groupBy`,
        named?.at,
      );
    return { name: as ?? column!.name, column: column! };
  }
  if (!column && aggregate !== 'count')
    throw queryError('select', `${aggregate} 要写明列名，如 ${aggregate}(${columns[0]?.name ?? '列名'})`, `${aggregate} needs a column`);
  if (column) demandFits(aggregate, column, named.at);
  return { name: as ?? (column ? `${aggregate}_${column.name}` : aggregate), aggregate, ...(column ? { column } : {}) };
}

function demandFits(aggregate: Aggregate, column: TableColumn, at: Parameters<typeof queryError>[3]): void {
  if (['sum', 'avg', 'median'].includes(aggregate) && !isNumeric(column))
    throw queryError(
      'select',
      `“${column.name}”是${TYPE_LABELS[column.type]}，不能算 ${aggregate}；可以用 count、distinct、min、max`,
      `${aggregate} needs numbers`,
      at,
    );
}

/** The question with its answer under ASCII keys instead of names: `jin_e`, `sum_jin_e`. Pure. */
export function namedByKeys(query: TableQuery): TableQuery {
  const key = ({ aggregate, column }: Selected) => [aggregate, column?.key].filter((part) => part !== undefined).join('_');
  return { ...query, select: unique(query.select.map((each) => ({ ...each, name: key(each) }))) };
}

/** A name given twice gets a number behind it; DuckDB takes A and a for one. */
function unique(all: Selected[]): Selected[] {
  const taken = new Set<string>();
  return all.map((each) => {
    let name = each.name;
    for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${each.name}_${i}`;
    taken.add(name.toLowerCase());
    return { ...each, name };
  });
}

function checkOrder(raw: RawOrder, columns: readonly TableColumn[], select: readonly Selected[], grouped: boolean): Order {
  const { descending } = raw;
  if (!grouped) return { by: columnNamed(columns, raw, 'orderBy'), descending };
  const bare = raw.name.replace(/\s/gu, '');
  const place = select.findIndex(
    (each) =>
      each.name === raw.name ||
      (each.aggregate === undefined
        ? each.column.key === bare.toLowerCase() || each.column.name === raw.name
        : spellings(each.aggregate, each.column).includes(bare)),
  );
  if (place >= 0) return { by: place, descending };
  throw queryError(
    'orderBy',
    `分组后只能按结果中的列排序：${select.map(({ name }) => name).join('、')}`,
    'order by a column of the grouped answer',
    raw.at,
  );
}

function spellings(aggregate: Aggregate, column: TableColumn | undefined): string[] {
  return column
    ? [`${aggregate}(${column.name})`, `${aggregate}(${column.key})`, `${aggregate}_${column.key}`]
    : [`${aggregate}()`, `${aggregate}(*)`];
}

function checkCondition(raw: RawCondition, schema: TableSchema): Condition {
  switch (raw.kind) {
    case 'and':
    case 'or':
      return { kind: raw.kind, parts: raw.parts.map((part) => checkCondition(part, schema)) };
    case 'not':
      return { kind: 'not', part: checkCondition(raw.part, schema) };
    case 'near':
      return checkNear(raw, schema);
    case 'compare': {
      const column = columnNamed(schema.columns, raw.column, raw.values[0]?.at?.parameter ?? 'where');
      const at = raw.column.at;
      const isText = raw.comparison === 'contains' || raw.comparison === 'startsWith';
      if (isText && column.type !== 'string')
        throw queryError(
          at?.parameter ?? 'where',
          `“${column.name}”是${TYPE_LABELS[column.type]}，不能用 ${raw.comparison}；请用 =、<、> 或 between`,
          `${raw.comparison} needs a text column`,
          at,
        );
      if (column.type === 'boolean' && ['lt', 'lte', 'gt', 'gte', 'between'].includes(raw.comparison))
        throw queryError(at?.parameter ?? 'where', `“${column.name}”只有是和否，不能比大小`, 'booleans have no order', at);
      return { kind: 'compare', column, comparison: raw.comparison, values: raw.values.map((value) => checkValue(value, column)) };
    }
  }
}

function checkNear({ longitude, latitude, metres }: Extract<RawCondition, { kind: 'near' }>, schema: TableSchema): Condition {
  const parameter = longitude.at?.parameter ?? 'where';
  if (!schema.point) throw queryError(parameter, '这张表没有经纬度列，不能用 near', 'the table has no coordinates', longitude.at);
  const [x, y, radius] = [longitude, latitude, metres].map(({ text }) =>
    /^[-+]?\d{1,9}(\.\d{1,12})?$/.test(text) ? Number(text) : NaN,
  ) as [number, number, number];
  if (!(Math.abs(x) <= 180)) throw queryError(parameter, '经度应在 -180 到 180 之间', 'longitude is out of range', longitude.at);
  if (!(Math.abs(y) <= 90)) throw queryError(parameter, '纬度应在 -90 到 90 之间', 'latitude is out of range', latitude.at);
  if (!(radius >= 0 && radius <= 20_040_000))
    throw queryError(parameter, '距离以米计，应在 0 到 20040000 之间', 'the distance is out of range', metres.at);
  return { kind: 'near', longitude: x, latitude: y, metres: radius };
}

const distinct = <T>(values: T[]) => [...new Set(values)];
