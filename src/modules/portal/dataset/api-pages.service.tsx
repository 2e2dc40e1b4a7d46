import { Injectable } from '@nestjs/common';
import { RecordReader } from '../../catalog/index.js';
import { exampleCondition, presentTable, type ReadableTable } from '../../data/index.js';
import { Config } from '../../platform/config/index.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import type { Reading } from '../reading/reading.js';
import { plainExample } from '../table/plain-example.js';
import { ApiPage } from './api-page.js';
import { dictionaryCsv } from './dictionary-csv.js';

/** Gathers what programmers ask of a dataset. */
@Injectable()
export class ApiPages {
  constructor(
    private readonly reader: RecordReader,
    private readonly config: Config,
    private readonly sites: SiteService,
  ) {}

  /** @throws AppError NOT_FOUND, GONE */
  async page(identifier: string, tables: readonly ReadableTable[], reading: Reading): Promise<string> {
    const dataset = await this.reader.get(identifier, 'dataset');
    const { dataAnonymousUnits, dataKeyUnits } = this.config;
    return renderPage(
      <ApiPage
        site={this.sites.site}
        dataset={dataset}
        tables={tables.map((found) => ({ table: presentTable(found), example: plainExample(exampleCondition(found)) }))}
        units={{ anonymous: dataAnonymousUnits, key: dataKeyUnits }}
      />,
      reading,
    );
  }

  /** The items of a dataset as a file. @throws AppError NOT_FOUND, GONE */
  async dictionary(identifier: string, { t }: Reading): Promise<string> {
    const { items } = await this.reader.get(identifier, 'dataset');
    return dictionaryCsv(items, t.dataset.itemColumns);
  }
}
