import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import {
  chartAddress,
  type ChartData,
  ChartReader,
  type ChartSpec,
  type ReadableTable,
  type RowPage,
  RowReader,
  suggestCharts,
} from '../../data/index.js';
import { tableState } from '../table/table-state.js';

const ROWS = 5;
const MOST_CHARTS = 2;
const KEPT = 500;
/** Whoever opens a page waits no longer for what adorns it; it goes on being made for the next one. */
const PATIENCE_MS = 400;
const VIEWER = { caller: 'portal' };

/** The first rows of a table, and charts that fit it. */
export interface TablePreview {
  rows: Pick<RowPage, 'columns' | 'rows'>;
  charts: { spec: ChartSpec; query: string; data: ChartData }[];
}

/** Looks into tables for the pages of their datasets. A version never changes, so that it is asked once. */
@Injectable()
export class TablePreviews {
  private readonly kept = new LRUCache<string, Promise<TablePreview>>({ max: KEPT });

  constructor(
    private readonly rows: RowReader,
    private readonly charts: ChartReader,
  ) {}

  /** Undefined when it takes too long, or the engine or the allowance does not give it now. */
  async of(table: ReadableTable): Promise<TablePreview | undefined> {
    const patience = new AbortController();
    try {
      return await Promise.race([this.read(table), setTimeout(PATIENCE_MS, undefined, { signal: patience.signal })]);
    } catch {
      return undefined;
    } finally {
      patience.abort();
    }
  }

  private read(table: ReadableTable): Promise<TablePreview> {
    const key = tableState([table]);
    const known = this.kept.get(key);
    if (known) return known;
    const reading = this.make(table);
    this.kept.set(key, reading);
    // What failed is tried again by the next page.
    reading.catch(() => this.kept.delete(key));
    return reading;
  }

  private async make(table: ReadableTable): Promise<TablePreview> {
    const { schema } = table.version;
    const [{ columns, rows }, ...charts] = await Promise.all([
      this.rows.pageOf(table, { limit: ROWS }, VIEWER),
      ...shownCharts(table).map(async (spec) => ({
        spec,
        query: chartAddress(spec, schema),
        data: await this.charts.read(table, spec, VIEWER),
      })),
    ]);
    return { rows: { columns, rows: rows.map((row) => row.map(bounded)) }, charts };
  }
}

const LONGEST_TEXT = 200;

/** A cell in a glance: long texts are for the page of the table. */
function bounded<T>(value: T): T | string {
  if (typeof value !== 'string' || value.length <= LONGEST_TEXT) return value;
  return `${[...value.slice(0, LONGEST_TEXT * 2)].slice(0, LONGEST_TEXT).join('')}…`;
}

/** The likeliest chart, and the likeliest map beside it. */
function shownCharts({ version: { schema, statistics, rowCount } }: ReadableTable): ChartSpec[] {
  const [first, ...others] = suggestCharts(schema, statistics, Number(rowCount));
  if (!first) return [];
  const map = others.find(({ kind }) => kind === 'points' || kind === 'regions');
  return [first, map].filter((spec) => spec !== undefined).slice(0, MOST_CHARTS);
}
