import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { temporaryName } from '../../platform/file/index.js';
import type { PlainValue } from '../table/column-statistics.js';
import { QueryEngine, type Statement } from '../engine/query-engine.js';
import type { DataVersionRow } from '../table/data-version.entity.js';
import { TableFiles } from '../table/table-files.js';
import { stageCells } from './stage-cells.js';

const MINUTES = 10;

/** Where statements find the rows that are pushed, and where they write. */
export interface Workplace {
  /** The rows as csv, as `stageCells` writes them. */
  rows: string;
  /** The Parquet file of the version that is made. */
  target: string;
  ask: (sql: string) => Promise<PlainValue[][]>;
  /** Writes and keeps the version. */
  write: (sql: string) => Promise<Pick<DataVersionRow, 'sha256' | 'byteSize' | 'rowCount'>>;
}

/** Makes the file of the next version of a table; DuckDB does it in its own process. */
@Injectable()
export class VersionMaker {
  constructor(
    private readonly engine: QueryEngine,
    private readonly files: TableFiles,
    private readonly config: Config,
  ) {}

  /** Lends a workplace; statements know the version before as `$file`. */
  async make<T>(
    { before, cells = [] }: { before?: DataVersionRow; cells?: readonly (readonly (string | null)[])[] },
    work: (workplace: Workplace) => Promise<T>,
  ): Promise<T> {
    const folder = path.join(this.config.scratchPath, temporaryName());
    await mkdir(folder, { recursive: true });
    try {
      const [rows, target] = [path.join(folder, 'rows.csv'), path.join(folder, 'made.parquet')];
      await stageCells(cells, rows);
      const file = before && (await this.files.path(before.sha256));
      const statement = (sql: string): Statement => ({
        sql,
        parameters: file !== undefined && sql.includes('$file') ? { file: { type: 'string', value: file } } : {},
      });
      const options = { caller: 'push', timeMs: MINUTES * 60_000 };
      return await work({
        rows,
        target,
        ask: (sql) => this.engine.rows(statement(sql), { ...options, cost: Infinity }),
        write: async (sql) => {
          const rowCount = await this.engine.write(statement(sql), options);
          const { sha256, byteSize } = await this.files.keep(target);
          return { sha256, byteSize: String(byteSize), rowCount: String(rowCount) };
        },
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
