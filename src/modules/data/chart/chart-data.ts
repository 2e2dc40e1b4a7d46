import { Injectable } from '@nestjs/common';
import type { TableViewer } from '../access/table-access.js';
import { RowReader } from '../row/row-reader.js';
import type { ReadableTable } from '../table/table-reader.js';
import type { ChartSpec } from './chart-spec.js';

const MOST_BARS = 30;
const MOST_POINTS = 1_000;

/** What a chart shows: labels with their values. */
export interface ChartData {
  points: { label: string; value: number | null; x?: number }[];
  /** Whether there is more than is shown. */
  cut: boolean;
}

/** Reads what charts show. */
@Injectable()
export class ChartReader {
  constructor(private readonly rows: RowReader) {}

  /** @throws AppError like the rows */
  async read(table: ReadableTable, spec: ChartSpec, viewer: TableViewer): Promise<ChartData> {
    const name = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const x = name(spec.x.key);
    const limit = spec.kind === 'bar' || spec.kind === 'pie' ? MOST_BARS : MOST_POINTS;
    if (spec.kind === 'scatter') {
      const { rows, nextCursor } = await this.rows.pageOf(table, { select: `${x},${name(spec.y!.key)}`, limit }, viewer);
      const points = rows.flatMap(([a, b]) => (a === null || b === null ? [] : [{ label: String(a), x: Number(a), value: Number(b) }]));
      return { points, cut: nextCursor !== null };
    }
    const measure = spec.y && spec.aggregate !== 'count' ? `${spec.aggregate}(${spec.y.key})` : 'count()';
    const orderBy = spec.kind === 'line' ? x : 'measured desc';
    const filters: [string, string][] = spec.kind === 'line' ? [[`${spec.x.key}__isNull`, 'false']] : [];
    const { rows, nextCursor } = await this.rows.pageOf(
      table,
      { select: `${x}, ${measure} as measured`, groupBy: x, orderBy, filters, limit },
      viewer,
    );
    const points = rows.map(([label, value]) => ({
      label: label === null ? '（空）' : String(label),
      value: value === null ? null : Number(value),
    }));
    return { points, cut: nextCursor !== null };
  }
}
