import type { BoundValue } from '../engine/engine-message.js';
import { quotedName } from '../engine/sql-text.js';
import type { PlainValue } from '../table/column-statistics.js';
import type { ColumnType, TableColumn, TableSchema } from '../table/table-schema.js';
import { Bindings, typed } from './bindings.js';
import { compileCondition, compileWords } from './compile-condition.js';
import type { Aggregate, Order, Selected, TableQuery } from './table-query.js';

/** A column of an answer. */
export interface AnswerColumn {
  name: string;
  type: ColumnType;
  unit?: string;
}

/** A statement over the file `$file`, and what its rows mean. */
export interface CompiledQuery {
  sql: string;
  parameters: Record<string, BoundValue>;
  columns: AnswerColumn[];
  /** Values behind those columns in every row, which say where the row stands. */
  hidden: number;
}

/** Where the page before ended: the hidden values of its last row. */
export type Position = PlainValue[];

/** Which part of an answer: `limit` rows after a position, or after the first `offset`. */
export interface Page {
  limit: number;
  after?: Position;
  /** Rows to leave out first; not with `after`, and not of groups. */
  offset?: number;
}

const FILE = 'read_parquet($file, file_row_number = true)';

/** The statement for one page: `limit` rows after a position. Pure; whatever the caller wrote is bound, never part of the text. */
export function compileQuery(query: TableQuery, schema: TableSchema, page: Page): CompiledQuery {
  return query.grouped ? compileGrouped(query, schema, page) : compileRows(query, schema, page);
}

/** The statement that counts the rows (or groups) of a question. Pure. */
export function compileCount(query: TableQuery, schema: TableSchema): Pick<CompiledQuery, 'sql' | 'parameters'> {
  const bindings = new Bindings();
  const rows = `FROM ${FILE}${whereOf(query, schema, bindings)}`;
  const sql = query.grouped ? `SELECT count(*) FROM (SELECT 1 ${rows}${groupOf(query) || ' GROUP BY ()'})` : `SELECT count(*) ${rows}`;
  return { sql, parameters: bindings.values };
}

/** The statement for all rows of a question, in its order, under the names that it gives them; for exports. Pure. */
export function compileAll(query: TableQuery, schema: TableSchema): Omit<CompiledQuery, 'hidden'> {
  const bindings = new Bindings();
  const select = query.select.map((each) => `${selectedSql(each)} AS ${quotedName(each.name)}`).join(', ');
  const where = whereOf(query, schema, bindings);
  const order = query.grouped ? groupedOrder(query) : rowOrder(query);
  return {
    sql: `SELECT ${select} FROM ${FILE}${where}${groupOf(query)} ORDER BY ${order}`,
    parameters: bindings.values,
    columns: answerColumns(query),
  };
}

function compileRows(query: TableQuery, schema: TableSchema, { limit, after, offset = 0 }: Page): CompiledQuery {
  const bindings = new Bindings();
  const orders = query.orderBy.map(({ by, descending }) => ({ column: by as TableColumn, descending }));
  const hidden = [...orders.map(({ column }) => `CAST(${columnSql(column)} AS VARCHAR)`), 'file_row_number'];
  const select = [...query.select.map(selectedSql), ...hidden].join(', ');
  const isWhole = orders.length === 0 && !query.where && query.words.length === 0;
  // Rows of the whole table are numbered: to leave some out is to begin behind them.
  const start = isWhole && offset > 0 ? [offset - 1] : after;
  const where = isWhole ? placesSql(start, limit, bindings) : whereOf(query, schema, bindings, after && afterSql(orders, after, bindings));
  return {
    sql: `SELECT ${select} FROM ${FILE}${where} ORDER BY ${rowOrder(query)} LIMIT ${Math.trunc(limit)}${isWhole || offset === 0 ? '' : ` OFFSET ${Math.trunc(offset)}`}`,
    parameters: bindings.values,
    columns: answerColumns(query),
    hidden: hidden.length,
  };
}

/** The next rows of the whole table by their numbers, so that the rest of the file is not looked at. */
function placesSql(after: Position | undefined, limit: number, bindings: Bindings): string {
  const last = BigInt(String(after?.at(-1) ?? -1));
  const place = (number: bigint) => bindings.add('integer', String(number));
  return ` WHERE file_row_number > ${place(last)} AND file_row_number <= ${place(last + BigInt(Math.trunc(limit)))}`;
}

/** Rows that come after a position in an order whose nulls are last. */
function afterSql(orders: readonly { column: TableColumn; descending: boolean }[], after: Position, bindings: Bindings): string {
  const row = `file_row_number > ${bindings.add('integer', String(after.at(-1)))}`;
  return orders.reduceRight((rest, { column, descending }, index) => {
    const value = after[index];
    const name = columnSql(column);
    if (value === null || value === undefined) return `(${name} IS NULL AND ${rest})`;
    const bound = typed(column, String(value), bindings);
    return `(${name} ${descending ? '<' : '>'} ${bound} OR ${name} IS NULL OR (${name} = ${bound} AND ${rest}))`;
  }, row);
}

/** Groups are counted whole before they are paged, so a position is a number of them. */
function compileGrouped(query: TableQuery, schema: TableSchema, { limit, after }: Page): CompiledQuery {
  const bindings = new Bindings();
  const where = whereOf(query, schema, bindings);
  const offset = Math.trunc(Number(after?.[0] ?? 0));
  const place = `row_number() OVER (ORDER BY ${groupedOrder(query)})`;
  const sql = `SELECT ${[...query.select.map(selectedSql), place].join(', ')} FROM ${FILE}${where}${groupOf(query)} ORDER BY ${query.select.length + 1} LIMIT ${Math.trunc(limit)} OFFSET ${offset}`;
  return { sql, parameters: bindings.values, columns: answerColumns(query), hidden: 1 };
}

/** Rows that are equal in what they are ordered by stand as in the file. */
const rowOrder = ({ orderBy }: TableQuery) =>
  [...orderBy.map(({ by, descending }) => orderSql(columnSql(by as TableColumn), descending)), 'file_row_number'].join(', ');

const groupOf = ({ groupBy }: TableQuery) => (groupBy.length > 0 ? ` GROUP BY ${groupBy.map(columnSql).join(', ')}` : '');

function groupedOrder({ orderBy, select, groupBy }: TableQuery): string {
  const given = orderBy.map(({ by, descending }: Order) => orderSql(selectedSql(select[by as number]!), descending));
  const order = [...given, ...groupBy.map((column) => orderSql(columnSql(column), false))];
  return order.length > 0 ? order.join(', ') : '1';
}

function whereOf({ where, words }: TableQuery, schema: TableSchema, bindings: Bindings, after?: string): string {
  const parts = [
    ...(where ? [compileCondition(where, schema, bindings)] : []),
    ...compileWords(words, schema, bindings),
    ...(after ? [after] : []),
  ];
  return parts.length === 0 ? '' : ` WHERE ${parts.join(' AND ')}`;
}

/** Keys are made by us and hold nothing but letters, digits and low lines. */
const columnSql = ({ key }: TableColumn) => `"${key}"`;

const orderSql = (expression: string, descending: boolean) => `${expression} ${descending ? 'DESC' : 'ASC'} NULLS LAST`;

const FUNCTIONS: Record<Aggregate, (column: string) => string> = {
  count: (column) => `count(${column})`,
  sum: (column) => `sum(${column})`,
  avg: (column) => `avg(${column})`,
  min: (column) => `min(${column})`,
  max: (column) => `max(${column})`,
  median: (column) => `median(${column})`,
  distinct: (column) => `count(DISTINCT ${column})`,
};

const selectedSql = (each: Selected) =>
  each.aggregate === undefined ? columnSql(each.column) : FUNCTIONS[each.aggregate](each.column ? columnSql(each.column) : '*');

function answerColumns({ select }: TableQuery): AnswerColumn[] {
  return select.map((each) => {
    const unit =
      each.column?.unit !== undefined && each.aggregate !== 'count' && each.aggregate !== 'distinct' ? { unit: each.column.unit } : {};
    return { name: each.name, type: typeOf(each), ...unit };
  });
}

function typeOf({ aggregate, column }: Selected): ColumnType {
  if (aggregate === 'count' || aggregate === 'distinct') return 'integer';
  return aggregate === 'avg' || aggregate === 'median' ? 'number' : column!.type;
}
