import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../platform/job/index.js';
import { QueryEngine } from '../engine/query-engine.js';
import type { ColumnStatistics } from '../table/column-statistics.js';
import type { DataVersionRow } from '../table/data-version.entity.js';
import { TableFiles } from '../table/table-files.js';
import { TableRepository } from '../table/table.repository.js';
import { histogramOf, histogramSql, isNumeric, MOST_DISTINCT, summaryOf, summarySql, topSql } from './statistics-sql.js';

export const DESCRIBE = 'data.describe';
const MINUTES = 10;
const SHORT_CELLS = 200;

/** Counts what the columns of a new version hold. */
@Injectable()
export class StatisticsJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly tables: TableRepository,
    private readonly files: TableFiles,
    private readonly engine: QueryEngine,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(DESCRIBE, (version: { id: string }) => this.describe(version.id), { atOnce: 1 });
  }

  private async describe(id: string): Promise<void> {
    const version = await this.tables.findVersion(id);
    if (version) await this.tables.describe(id, await this.statistics(version));
  }

  private async statistics({ sha256, schema: { columns }, rowCount }: DataVersionRow): Promise<ColumnStatistics[]> {
    const path = await this.files.path(sha256);
    const rows = (sql: string) =>
      this.engine.rows(
        { sql, parameters: { file: { type: 'string', value: path } } },
        { cost: Infinity, caller: 'statistics', timeMs: MINUTES * 60_000 },
      );
    const summary = summaryOf(columns, await rows(summarySql(columns, Number(rowCount))));
    for (const [index, statistics] of summary.entries()) {
      const column = columns[index]!;
      if (statistics.distinct > 0 && statistics.distinct <= MOST_DISTINCT)
        statistics.top = (await rows(topSql(column))).map(([value, count]) => ({ value: shortened(value!), count: Number(count) }));
      if (isNumeric(column) && statistics.min !== undefined) statistics.histogram = histogramOf(await rows(histogramSql(column)));
      if (statistics.min !== undefined) Object.assign(statistics, { min: shortened(statistics.min), max: shortened(statistics.max!) });
    }
    return summary;
  }
}

const shortened = <T>(value: T): T | string =>
  typeof value === 'string' && value.length > SHORT_CELLS ? `${value.slice(0, SHORT_CELLS)}…` : value;
