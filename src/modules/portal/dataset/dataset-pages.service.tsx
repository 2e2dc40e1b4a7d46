import { Injectable } from '@nestjs/common';
import { RecordReader } from '../../catalog/index.js';
import { type ReadableTable, TableReader } from '../../data/index.js';
import { DepartmentService } from '../../department/index.js';
import { FeedbackReader } from '../../feedback/index.js';
import { SchemaOrg } from '../../interop/index.js';
import type { Rendered } from '../answer/page-answers.js';
import { Clock } from '../../kernel/clock.js';
import { SimilarRecords } from '../answer/similar-records.js';
import { recordCrumbs } from '../component/record-crumbs.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import type { Reading } from '../reading/reading.js';
import { tableState } from '../table/table-state.js';
import { DatasetJudge } from './dataset-judge.service.js';
import { DatasetPage } from './dataset-page.js';
import { shownTable } from './shown-table.js';
import { TablePreviews } from './table-previews.js';

/** Gathers what the page of a dataset shows. */
@Injectable()
export class DatasetPages {
  constructor(
    private readonly reader: RecordReader,
    private readonly departments: DepartmentService,
    private readonly tables: TableReader,
    private readonly feedback: FeedbackReader,
    private readonly previews: TablePreviews,
    private readonly judge: DatasetJudge,
    private readonly similar: SimilarRecords,
    private readonly sites: SiteService,
    private readonly clock: Clock,
    private readonly schemaOrg: SchemaOrg,
  ) {}

  /** Tables that anybody may read, and what tells their page from the next. */
  async open(identifier: string): Promise<{ tables: ReadableTable[]; state: string }> {
    const [listed, said] = await Promise.all([this.tables.listOf([identifier], { caller: 'portal' }), this.feedback.state(identifier)]);
    const tables = listed.get(identifier) ?? [];
    return { tables, state: `${tableState(tables)} ${said}` };
  }

  /** @throws AppError NOT_FOUND, GONE */
  async dataset(identifier: string, tables: readonly ReadableTable[], reading: Reading): Promise<Rendered> {
    const dataset = await this.reader.get(identifier, 'dataset');
    const [first] = tables;
    const related = (await this.reader.related([identifier])).get(identifier) ?? [];
    const [departments, published, similar, preview] = await Promise.all([
      this.departments.byCodes(dataset.departmentCode ? [dataset.departmentCode] : []),
      this.feedback.shown(identifier),
      this.similar.of(
        dataset,
        related.map((end) => end.identifier),
      ),
      first && this.previews.of(first),
    ]);
    const department = dataset.departmentCode ? departments.get(dataset.departmentCode) : undefined;
    const { site } = this.sites;
    const { crumbs, jsonLd } = recordCrumbs(site, dataset, department, reading.t);
    const html = renderPage(
      <DatasetPage
        site={site}
        dataset={dataset}
        department={department}
        related={related}
        facts={this.judge.factsOf(dataset, tables.length)}
        tables={tables.map((table) => shownTable(table, table === first ? preview : undefined, reading.t))}
        similar={similar ?? []}
        crumbs={crumbs}
        published={published}
        today={this.clock.today()}
        jsonLd={[this.schemaOrg.record(dataset, { departments, tables: [...tables] }), jsonLd]}
      />,
      reading,
    );
    return similar === undefined || (first && !preview) ? { html, lacking: true } : html;
  }
}
