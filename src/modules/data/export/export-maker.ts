import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { AppError } from '../../kernel/app-error.js';
import { Config } from '../../platform/config/index.js';
import { temporaryName } from '../../platform/file/index.js';
import type { Progress } from '../engine/engine-child.js';
import { QueryEngine } from '../engine/query-engine.js';
import { namedByKeys } from '../query/check-query.js';
import { compileAll } from '../query/compile-query.js';
import type { TableQuery } from '../query/table-query.js';
import type { DataVersionRow } from '../table/data-version.entity.js';
import { TableFiles } from '../table/table-files.js';
import type { ExportOptions } from './export-format.js';
import { exportSql, featuresSql, placeOf } from './export-sql.js';
import { sheetRowsSql } from './sheet-xml.js';
import { writeWorkbook } from './workbook-file.js';

const BOM = '\ufeff';
const MINUTES = 30;

/** For whom a file is made, and who hears how far it is. */
export interface Making {
  caller: string;
  signal?: AbortSignal;
  progress?: Progress;
}

/** Makes the file of an export: DuckDB writes it in its own process, so that the server's memory does not grow with it. */
@Injectable()
export class ExportMaker {
  constructor(
    private readonly engine: QueryEngine,
    private readonly files: TableFiles,
    private readonly config: Config,
  ) {}

  /** Makes a file in the scratch folder and lends it to `work`. @throws AppError BAD_REQUEST for a format that the table cannot have */
  async withFile<T>(
    version: DataVersionRow,
    query: TableQuery,
    options: ExportOptions,
    { caller, signal, progress }: Making,
    work: (file: string) => Promise<T>,
  ): Promise<T> {
    const folder = path.join(this.config.scratchPath, temporaryName());
    await mkdir(folder, { recursive: true });
    try {
      return await work(await this.make(version, query, options, { caller, folder, signal, progress }));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async make(
    { sha256, schema }: DataVersionRow,
    query: TableQuery,
    options: ExportOptions,
    { caller, folder, signal, progress }: Making & { folder: string },
  ): Promise<string> {
    const asked = options.names === 'key' ? namedByKeys(query) : query;
    const { sql, parameters, columns } = compileAll(asked, schema);
    const source = { type: 'string', value: await this.files.path(sha256) } as const;
    // A workbook is zipped from what DuckDB writes, which takes about as long again.
    const told = options.format === 'xlsx' ? progress && ((percent: number) => progress(percent / 2)) : progress;
    const write = (statement: string) =>
      this.engine.write(
        { sql: statement, parameters: { ...parameters, file: source } },
        { caller, signal, timeMs: MINUTES * 60_000, progress: told },
      );
    const made = path.join(folder, 'made');
    if (options.format === 'xlsx') {
      const lines = path.join(folder, 'lines');
      await writeWorkbook(lines, await write(sheetRowsSql(sql, columns, lines)), columns, made);
    } else if (options.format === 'geojson') {
      const place = placeOf(schema, asked);
      if (!place)
        throw new AppError('BAD_REQUEST', '这张表（或所选的列）没有经纬度，不能导出为 GeoJSON；请用 csv、xlsx 或 json。', {
          english: 'The table has no coordinates; GeoJSON needs them.',
        });
      const list = path.join(folder, 'list');
      await write(featuresSql(sql, columns, place, list));
      await wrapped(list, made, '{"type":"FeatureCollection","features":', '}');
    } else if (options.format === 'csv' && options.bom) {
      const plain = path.join(folder, 'plain');
      await write(exportSql(sql, columns, options, plain));
      await wrapped(plain, made, BOM, '');
    } else await write(exportSql(sql, columns, options, made));
    return made;
  }
}

/** A file with something before and behind it. */
async function wrapped(file: string, target: string, before: string, behind: string): Promise<void> {
  async function* all() {
    yield Buffer.from(before);
    yield* createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>;
    yield Buffer.from(behind);
  }
  await pipeline(all, createWriteStream(target));
}
