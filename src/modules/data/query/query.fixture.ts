import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { boundValue } from '../engine/bound-value.js';
import { plainValue } from '../engine/plain-value.js';
import type { PlainValue } from '../table/column-statistics.js';
import type { TableSchema } from '../table/table-schema.js';
import { checkQuery } from './check-query.js';
import { type CompiledQuery, compileQuery, type Position } from './compile-query.js';
import { parseParameters, type QueryParameters } from './query-parameters.js';

/** A small table of every type, with names that try the parser. */
export const SCHEMA: TableSchema = {
  columns: [
    { key: 'xu_hao', name: '序号', type: 'integer' },
    { key: 'qu_xian', name: '区县', type: 'string' },
    { key: 'jin_e', name: '贷款金额（万元）', type: 'number', scale: 2, unit: '万元' },
    { key: 'ri_qi', name: '受理日期', type: 'date' },
    { key: 'shi_jian', name: '更新时间', type: 'datetime' },
    { key: 'shi_fou', name: '是否首套', type: 'boolean' },
    { key: 'jing_du', name: '经度', type: 'number', scale: 6 },
    { key: 'wei_du', name: '纬度', type: 'number', scale: 6 },
    { key: 'bei_zhu', name: '备注, "说明"', type: 'string' },
    { key: 'select_1', name: 'select', type: 'number' },
  ],
  point: { longitude: 'jing_du', latitude: 'wei_du' },
};

export type Row = Record<string, PlainValue>;

const DISTRICTS = ['海陵区', '姜堰区', '高港区', null, "O'Brien", '100%_\\'];
const REMARKS = ['公积金 贷款', 'ABC def', '', null, '多\n行', '“引号”', '"双"'];

/** Rows by a generator of numbers, the same for the same seed. */
export function rowsOf(count: number, seed = 7): Row[] {
  let state = seed;
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const pick = <T>(values: readonly T[]) => values[next(values.length)]!;
  return Array.from({ length: count }, (_, index) => ({
    xu_hao: next(10) === 0 ? null : next(20) - 5,
    qu_xian: pick(DISTRICTS),
    jin_e: next(8) === 0 ? null : next(100000) / 100,
    ri_qi: next(8) === 0 ? null : `2023-0${1 + next(9)}-${String(1 + next(28)).padStart(2, '0')}`,
    shi_jian: next(8) === 0 ? null : `2023-05-08T0${next(9)}:30:00`,
    shi_fou: pick([true, false, null]),
    jing_du: 119 + next(1000) / 1000,
    wei_du: 32 + next(1000) / 1000,
    bei_zhu: pick(REMARKS) === '' ? null : pick(REMARKS) || null,
    select_1: index % 9 === 0 ? null : next(100) / 8,
  }));
}

/** A real DuckDB over a Parquet file of these rows. */
export class QueryBench {
  private constructor(
    private readonly connection: DuckDBConnection,
    private readonly folder: string,
    readonly file: string,
  ) {}

  static async of(rows: readonly Row[]): Promise<QueryBench> {
    const folder = mkdtempSync(path.join(tmpdir(), 'haozhao-query-'));
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(
      'CREATE TABLE t (xu_hao BIGINT, qu_xian VARCHAR, jin_e DECIMAL(18,2), ri_qi DATE, shi_jian TIMESTAMP, shi_fou BOOLEAN, jing_du DECIMAL(18,6), wei_du DECIMAL(18,6), bei_zhu VARCHAR, select_1 DOUBLE)',
    );
    for (const row of rows) {
      const values = SCHEMA.columns.map(({ key }) => {
        const value = row[key];
        return value === null || value === undefined
          ? 'NULL'
          : typeof value === 'string'
            ? `'${value.replaceAll("'", "''")}'`
            : String(value);
      });
      await connection.run(`INSERT INTO t VALUES (${values.join(', ')})`);
    }
    const file = path.join(folder, 't.parquet');
    await connection.run(`COPY t TO '${file}' (FORMAT parquet)`);
    return new QueryBench(connection, folder, file);
  }

  /** The rows of a question, a page at a time until there is no more. */
  async all(parameters: QueryParameters, limit = 1_000): Promise<{ rows: PlainValue[][]; names: string[]; pages: number }> {
    const query = checkQuery(parseParameters(parameters, SCHEMA.columns), SCHEMA);
    const rows: PlainValue[][] = [];
    let after: Position | undefined;
    for (let pages = 1; ; pages++) {
      const compiled = compileQuery(query, SCHEMA, { limit: limit + 1, after });
      const found = await this.run(compiled);
      const page = found.slice(0, limit);
      rows.push(...page.map((row) => row.slice(0, row.length - compiled.hidden)));
      if (found.length <= limit) return { rows, names: compiled.columns.map(({ name }) => name), pages };
      after = page.at(-1)!.slice(-compiled.hidden);
    }
  }

  async run({ sql, parameters }: Pick<CompiledQuery, 'sql' | 'parameters'>): Promise<PlainValue[][]> {
    const statement = await this.connection.prepare(sql);
    for (const [name, value] of Object.entries({ ...parameters, file: { type: 'string' as const, value: this.file } })) {
      const { bound, type } = boundValue(value);
      statement.bindValue(statement.parameterIndex(name), bound, type);
    }
    const result = await statement.runAndReadAll();
    return result.getRows().map((row) => row.map(plainValue));
  }

  close(): void {
    this.connection.closeSync();
    rmSync(this.folder, { recursive: true });
  }
}
