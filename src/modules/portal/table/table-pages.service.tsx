import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { recordUrl } from '../../catalog/index.js';
import {
  chartAddress,
  ChartReader,
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
import { isHeld, STARTED } from '../../platform/http/index.js';
import { PageAnswers } from '../answer/page-answers.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import { type Reading, readingOf } from '../reading/reading.js';
import { sentenceOf } from '../reading/sentence-of.js';
import { ChartPage } from './chart-page.js';
import { chartSentence, chartTitle } from './chart-words.js';
import { plainExample } from './plain-example.js';
import { TablePage } from './table-page.js';
import type { ChartPageQuery, TablePageQuery } from './table-pages.controller.js';
import { tableState } from './table-state.js';

type Viewer = ReturnType<typeof viewerOf>;

const ROWS = 50;
const SECONDS = 30;

/** Puts tables and charts into pages. */
@Injectable()
export class TablePages {
  constructor(
    private readonly tables: TableReader,
    private readonly rows: RowReader,
    private readonly charts: ChartReader,
    private readonly answers: PageAnswers,
    private readonly sites: SiteService,
  ) {}

  /** A question that makes no sense is answered with the page and the reason, so that it can be mended. */
  async table(identifier: string, name: string, question: TablePageQuery, viewer: Viewer, response: Response): Promise<void> {
    const found = await this.tables.get(identifier, name, viewer);
    try {
      await this.answer(response, found, viewer, async (reading) => {
        const asked = { ...question, limit: ROWS, count: Boolean(question.where ?? question.q) };
        return this.tablePage(found, question, await this.rows.pageOf(found, asked, viewer), reading);
      });
    } catch (reason) {
      if (!(reason instanceof AppError) || reason.code !== 'BAD_REQUEST') throw reason;
      response.status(400).setHeader('Cache-Control', 'no-store');
      response.type('html').send(this.tablePage(found, question, reason, readingOf(response.req)));
    }
  }

  async chart(identifier: string, name: string, query: ChartPageQuery, viewer: Viewer, response: Response): Promise<void> {
    const found = await this.tables.get(identifier, name, viewer);
    const { schema } = found.version;
    const spec = parseChart(query, schema);
    await this.answer(response, found, viewer, async (reading) => {
      const data = await this.charts.read(found, spec, viewer);
      const title = chartTitle(spec, schema, reading.t);
      const summary = chartSentence(spec, schema, data, reading.t);
      return renderPage(
        <ChartPage
          site={this.sites.site}
          dataset={datasetOf(found)}
          table={presentTable(found)}
          chart={{ title, query: chartAddress(spec, schema), summary, notes: data.notes }}
          values={chartTable(spec, schema, data)}
        />,
        reading,
      );
    });
  }

  /** The drawing alone: the same for the same version of the table. */
  async drawing(identifier: string, name: string, query: ChartPageQuery, viewer: Viewer, response: Response): Promise<void> {
    const found = await this.tables.get(identifier, name, viewer);
    const { schema } = found.version;
    const spec = parseChart(query, schema);
    response.setHeader('ETag', `W/"${STARTED}-${tableState([found])}"`);
    response.setHeader('Cache-Control', viewer.key ? 'private, no-store' : 'public, max-age=300');
    if (isHeld(response)) {
      response.status(304).end();
      return;
    }
    response.type('image/svg+xml').send(await drawChart(spec, schema, await this.charts.read(found, spec, viewer), query));
  }

  /** What a key opened stands in no shared cache. */
  private async answer(
    response: Response,
    found: ReadableTable,
    viewer: Viewer,
    render: (reading: Reading) => Promise<string>,
  ): Promise<void> {
    if (!viewer.key) return this.answers.answer(response, { seconds: SECONDS, query: true, state: tableState([found]) }, render);
    const page = await render(readingOf(response.req));
    response.setHeader('Cache-Control', 'private, no-store');
    response.type('html').send(page);
  }

  private tablePage(found: ReadableTable, question: TablePageQuery, outcome: RowPage | AppError, reading: Reading): string {
    const { schema, statistics, rowCount } = found.version;
    const refused = outcome instanceof AppError ? outcome : undefined;
    return renderPage(
      <TablePage
        site={this.sites.site}
        dataset={datasetOf(found)}
        table={presentTable(found)}
        question={question}
        rows={outcome instanceof AppError ? undefined : outcome}
        refused={
          refused && {
            sentence: sentenceOf(refused, reading),
            fields: refused.details.fields?.map(({ field }) => field) ?? [],
          }
        }
        charts={suggestCharts(schema, statistics, Number(rowCount)).map((spec) => ({
          title: chartTitle(spec, schema, reading.t),
          query: chartAddress(spec, schema),
        }))}
        example={plainExample(exampleCondition(found))}
      />,
      reading,
    );
  }
}

const datasetOf = ({ record }: ReadableTable) => ({
  title: record.title,
  url: recordUrl(record.kind, record.identifier),
  provider: (record.profile as { provider?: string | null }).provider,
});
