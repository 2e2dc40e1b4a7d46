import { Injectable } from '@nestjs/common';
import type { TableViewer } from '../access/table-access.js';
import { RowReader } from '../row/row-reader.js';
import type { PlainValue } from '../table/column-statistics.js';
import type { ReadableTable } from '../table/table-reader.js';
import type { ChartSpec } from './chart-kind.js';
import { type ChartData, chartPoints } from './chart-points.js';
import { type ChartQuery, chartQuery } from './chart-query.js';

/** Reads what charts show, through the rows and at their price. */
@Injectable()
export class ChartReader {
  constructor(private readonly rows: RowReader) {}

  /** @throws AppError like the rows */
  async read(table: ReadableTable, spec: ChartSpec, viewer: TableViewer): Promise<ChartData> {
    const { schema, rowCount } = table.version;
    const query = chartQuery(spec, schema);
    const { rows, more } = await this.pages(table, query, viewer);
    const whole = query.whole && rows.length === query.most ? await this.whole(table, query.whole, viewer) : undefined;
    return chartPoints(spec, schema, { rows, more, whole, rowCount: Number(rowCount) });
  }

  private async pages(
    table: ReadableTable,
    { select, groupBy, orderBy, filters, limit, most }: ChartQuery,
    viewer: TableViewer,
  ): Promise<{ rows: PlainValue[][]; more: boolean }> {
    const rows: PlainValue[][] = [];
    let cursor: string | undefined;
    do {
      const size = Math.min(limit, most - rows.length);
      const page = await this.rows.pageOf(table, { select, groupBy, orderBy, filters, limit: size, cursor }, viewer);
      rows.push(...page.rows);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && rows.length < most);
    return { rows, more: cursor !== undefined };
  }

  private async whole(table: ReadableTable, select: string, viewer: TableViewer): Promise<PlainValue> {
    const { rows } = await this.rows.pageOf(table, { select, limit: 1 }, viewer);
    return rows[0]?.[0] ?? null;
  }
}
