import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { decodeCursor, encodeCursor, refusedCursor } from '../../kernel/cursor.js';
import type { TableViewer } from '../access/table-access.js';
import { QueryEngine } from '../engine/query-engine.js';
import { unitsFor } from '../fair-use/bucket.js';
import { FairUse } from '../fair-use/fair-use.js';
import { checkQuery } from '../query/check-query.js';
import { readPosition } from '../query/read-position.js';
import { type AnswerColumn, compileCount, compileQuery, type Position } from '../query/compile-query.js';
import { costOf } from '../query/query-cost.js';
import { parseParameters, type QueryParameters } from '../query/query-parameters.js';
import type { TableQuery } from '../query/table-query.js';
import type { PlainValue } from '../table/column-statistics.js';
import { TableFiles } from '../table/table-files.js';
import { type ReadableTable, TableReader } from '../table/table-reader.js';
import type { UsageKind } from '../usage/data-usage.entity.js';
import { UsageLog } from '../usage/usage-log.js';

/** Which rows of which table, and how many. */
export interface RowQuestion extends QueryParameters {
  version?: number;
  limit: number;
  cursor?: string;
  /** Rows to leave out first, for whoever pages by number; not with a cursor. */
  offset?: number;
  /** Whether the rows of the whole answer are counted too. */
  count?: boolean;
}

/** A page of rows. */
export interface RowPage {
  table: ReadableTable;
  columns: AnswerColumn[];
  rows: PlainValue[][];
  /** Number of each row in the table, counting from 1; none for groups. */
  numbers: number[];
  /** Rows of the whole answer; known without counting only for a table without conditions. */
  total: number | null;
  nextCursor: string | null;
}

interface PageOptions {
  signal?: AbortSignal;
  /** Where the allowance of the caller is told. */
  response?: Response;
  /** What the caller calls the cursor. */
  cursorName?: 'cursor' | 'after';
  /** As what it counts. */
  use?: UsageKind;
}

/** Answers questions to tables, a page at a time. */
@Injectable()
export class RowReader {
  constructor(
    private readonly tables: TableReader,
    private readonly files: TableFiles,
    private readonly engine: QueryEngine,
    private readonly fair: FairUse,
    private readonly usage: UsageLog,
  ) {}

  /** @throws AppError BAD_REQUEST for a question that makes no sense, is too large or too slow; NOT_FOUND, GONE, FORBIDDEN; TOO_MANY_REQUESTS */
  async page(
    identifier: string,
    name: string,
    question: RowQuestion,
    viewer: TableViewer,
    { signal, response, cursorName = 'cursor' }: PageOptions = {},
  ): Promise<RowPage> {
    const table = await this.tables.get(identifier, name, viewer, question.version);
    return this.pageOf(table, question, viewer, { signal, response, cursorName, use: 'rows' });
  }

  /** The same of a table that was found. */
  async pageOf(
    table: ReadableTable,
    question: RowQuestion,
    viewer: TableViewer,
    { signal, response, cursorName = 'cursor', use = 'preview' }: PageOptions = {},
  ): Promise<RowPage> {
    const { sha256, schema, rowCount } = table.version;
    const query = checkQuery(parseParameters(question, schema.columns), schema);
    const scope = scopeOf(sha256, query);
    const after = question.cursor ? positionOf(question.cursor, scope, query, cursorName) : undefined;
    const cost = costOf(query, schema, Number(rowCount), question.limit);
    const units = unitsFor(cost);
    await (response ? this.fair.charge(response, viewer, units) : this.fair.spend(viewer, units));
    const file = { type: 'string', value: await this.files.path(sha256) } as const;
    const run = (sql: string, parameters: object) =>
      this.engine.rows({ sql, parameters: { ...parameters, file } }, { cost, caller: viewer.caller, signal });
    const { sql, parameters, columns, hidden } = compileQuery(query, schema, { limit: question.limit + 1, after, offset: question.offset });
    const found = await run(sql, parameters);
    this.usage.note(table.table.id, use, viewer);
    const rows = found.slice(0, question.limit);
    const last = rows.at(-1);
    return {
      table,
      columns,
      rows: rows.map((row) => row.slice(0, row.length - hidden)),
      numbers: query.grouped ? [] : rows.map((row) => Number(row.at(-1)) + 1),
      total: await this.total(query, table, question, run),
      nextCursor: found.length > question.limit && last ? encodeCursor(JSON.stringify(last.slice(-hidden)), scope) : null,
    };
  }

  private async total(
    query: TableQuery,
    { version: { rowCount, schema } }: ReadableTable,
    { count }: RowQuestion,
    run: (sql: string, parameters: object) => Promise<PlainValue[][]>,
  ): Promise<number | null> {
    if (!query.where && query.words.length === 0 && !query.grouped) return Number(rowCount);
    if (!count) return null;
    const { sql, parameters } = compileCount(query, schema);
    return Number((await run(sql, parameters))[0]![0]);
  }
}

/** Anybody can make a cursor: what it holds must be a place in this order. */
function positionOf(cursor: string, scope: string, query: TableQuery, cursorName: 'cursor' | 'after'): Position {
  const position = readPosition(decodeCursor(cursor, scope, cursorName), query);
  if (!position) throw refusedCursor(cursorName);
  return position;
}

/** What a cursor belongs to: the file and everything that decides which rows come in which order. */
function scopeOf(sha256: string, { where, words, groupBy, orderBy, grouped, select }: TableQuery): string {
  const by = orderBy.map(({ by: each, descending }) => [typeof each === 'number' ? each : each.key, descending]);
  return JSON.stringify([sha256, where, words, groupBy.map(({ key }) => key), by, grouped ? select : []]);
}
