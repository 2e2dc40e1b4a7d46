import { Injectable } from '@nestjs/common';
import { RecordReader } from '../../catalog/index.js';
import { type ReadableTable, TableReader, tablePageUrl } from '../../data/index.js';
import { DepartmentService } from '../../department/index.js';
import { FeedbackReader, PUBLISHED_SHOWN } from '../../feedback/index.js';
import { SchemaOrg } from '../../interop/index.js';
import { recordCrumbs } from '../component/record-crumbs.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import type { Reading } from '../reading/reading.js';
import { DatasetPage } from './dataset-page.js';

/** Gathers what the page of a dataset shows. */
@Injectable()
export class DatasetPages {
  constructor(
    private readonly reader: RecordReader,
    private readonly departments: DepartmentService,
    private readonly tables: TableReader,
    private readonly feedback: FeedbackReader,
    private readonly sites: SiteService,
    private readonly schemaOrg: SchemaOrg,
  ) {}

  /** @throws AppError NOT_FOUND, GONE */
  async dataset(identifier: string, reading: Reading): Promise<string> {
    const dataset = await this.reader.get(identifier, 'dataset');
    const [related, departments, listed, published] = await Promise.all([
      this.reader.related([identifier]),
      this.departments.byCodes(dataset.departmentCode ? [dataset.departmentCode] : []),
      this.tables.listOf([identifier], { caller: 'portal' }),
      this.feedback.published(identifier, PUBLISHED_SHOWN),
    ]);
    const department = dataset.departmentCode ? departments.get(dataset.departmentCode) : undefined;
    const tables = listed.get(identifier) ?? [];
    const { site } = this.sites;
    const { crumbs, jsonLd } = recordCrumbs(site, dataset, department, reading.t);
    return renderPage(
      <DatasetPage
        site={site}
        dataset={dataset}
        department={department}
        related={related.get(identifier) ?? []}
        tables={tables.map(shownTable)}
        crumbs={crumbs}
        published={published}
        jsonLd={[this.schemaOrg.record(dataset, { departments, tables }), jsonLd]}
      />,
      reading,
    );
  }
}

/** A table as the page of its dataset lists it. */
const shownTable = ({ record, table, version }: ReadableTable) => ({
  title: table.title,
  url: tablePageUrl(record.identifier, table.name),
  rowCount: Number(version.rowCount),
});
