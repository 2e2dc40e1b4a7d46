import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { recordUrl } from '../../catalog/index.js';
import {
  chartAddress,
  ChartReader,
  chartSummary,
  chartTable,
  drawChart,
  exampleCondition,
  parseChart,
  presentTable,
  type ReadableTable,
  type RowPage,
  RowReader,
  suggestCharts,
  TableReader,
  viewerOf,
} from '../../data/index.js';
import { AppError } from '../../kernel/app-error.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import type { Reading } from '../reading/reading.js';
import { ChartPage } from './chart-page.js';
import { TablePage } from './table-page.js';
import type { ChartPageQuery, TablePageQuery } from './table-pages.controller.js';

type Viewer = ReturnType<typeof viewerOf>;

const ROWS = 50;

/** Puts tables and charts into pages. */
@Injectable()
export class TablePages {
  constructor(
    private readonly tables: TableReader,
    private readonly rows: RowReader,
    private readonly charts: ChartReader,
    private readonly sites: SiteService,
  ) {}

  /** A question that makes no sense is answered with the page and the reason, so that it can be mended. */
  async table(
    identifier: string,
    name: string,
    question: TablePageQuery,
    viewer: Viewer,
    reading: Reading,
    response: Response,
  ): Promise<string> {
    const found = await this.tables.get(identifier, name, viewer);
    const { schema, statistics, rowCount } = found.version;
    let page: RowPage | undefined;
    let error: string | undefined;
    try {
      page = await this.rows.pageOf(found, { ...question, limit: ROWS, count: Boolean(question.where ?? question.q) }, viewer);
    } catch (reason) {
      if (!(reason instanceof AppError) || reason.code !== 'BAD_REQUEST') throw reason;
      error = reason.message;
      response.status(400);
    }
    return renderPage(
      <TablePage
        site={this.sites.site}
        dataset={datasetOf(found)}
        table={presentTable(found)}
        question={question}
        rows={
          page && { columns: page.columns, cells: page.rows.map((row) => row.map(shown)), total: page.total, nextCursor: page.nextCursor }
        }
        error={error}
        charts={suggestCharts(schema, statistics, Number(rowCount)).map((spec) => ({
          title: spec.title,
          query: chartAddress(spec, schema),
        }))}
        example={exampleCondition(found)}
      />,
      reading,
    );
  }

  async chart(identifier: string, name: string, query: ChartPageQuery, viewer: Viewer, reading: Reading): Promise<string> {
    const { found, schema, spec, data } = await this.charted(identifier, name, query, viewer);
    return renderPage(
      <ChartPage
        site={this.sites.site}
        dataset={datasetOf(found)}
        table={presentTable(found)}
        chart={{ title: spec.title, query: chartAddress(spec, schema), summary: chartSummary(spec, schema, data), notes: data.notes }}
        values={chartTable(spec, schema, data)}
      />,
      reading,
    );
  }

  async drawing(identifier: string, name: string, query: ChartPageQuery, viewer: Viewer): Promise<string> {
    const { schema, spec, data } = await this.charted(identifier, name, query, viewer);
    return drawChart(spec, schema, data, query);
  }

  private async charted(identifier: string, name: string, query: ChartPageQuery, viewer: Viewer) {
    const found = await this.tables.get(identifier, name, viewer);
    const { schema } = found.version;
    const spec = parseChart(query, schema);
    return { found, schema, spec, data: await this.charts.read(found, spec, viewer) };
  }
}

const datasetOf = ({ record }: ReadableTable) => ({
  title: record.title,
  url: recordUrl(record.kind, record.identifier),
  provider: (record.profile as { provider?: string | null }).provider,
});

/** A value as people read it. */
function shown(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)$/, '$1 $2');
}
