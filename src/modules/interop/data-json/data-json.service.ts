import { Injectable } from '@nestjs/common';
import type { RecordKind } from '../../catalog/index.js';
import { Config } from '../../platform/config/index.js';
import { PublicAddress } from '../../platform/http/index.js';
import { catalogName, mailboxOf } from '../mapping/catalog-name.js';
import { EntryReader } from '../reading/entry-reader.js';
import { dataJsonDataset } from './data-json-dataset.js';
import { dcatUsDataset } from './dcat-us-dataset.js';
import type { Fallback } from './mandatory.js';
import type { Members } from './statement-values.js';

const SCHEMA = 'https://project-open-data.cio.gov/v1.1/schema';
const PAGE = 100;

/** Versions of the schema, which are two shapes of the same. */
export type DataJsonVersion = '1.1' | '3';

/** Writes the whole catalog as one JSON document, a page of records at a time. */
@Injectable()
export class DataJsonService {
  constructor(
    private readonly entries: EntryReader,
    private readonly address: PublicAddress,
    private readonly config: Config,
  ) {}

  async *dump(version: DataJsonVersion, kind?: RecordKind): AsyncGenerator<string> {
    const fallback = this.fallback;
    const write = version === '3' ? dcatUsDataset : dataJsonDataset;
    yield JSON.stringify(this.head(version)).replace(/\}$/, ',"dataset":[');
    let separator = '\n';
    for await (const page of this.entries.pages({ kind }, PAGE)) {
      yield separator + page.map((entry) => JSON.stringify(write(entry, fallback))).join(',\n');
      separator = ',\n';
    }
    yield '\n]}\n';
  }

  private head(version: DataJsonVersion): Members {
    const { url } = this.address;
    const { name, title, description } = catalogName(this.config);
    if (version === '1.1')
      return {
        '@context': `${SCHEMA}/catalog.jsonld`,
        '@id': `${url}/data.json`,
        '@type': 'dcat:Catalog',
        conformsTo: SCHEMA,
        describedBy: `${SCHEMA}/catalog.json`,
      };
    return {
      '@id': `${url}/catalog`,
      '@type': 'Catalog',
      title,
      description,
      publisher: { '@type': 'Agent', name },
      language: ['zh'],
      homepage: { '@type': 'Document', title, accessURL: `${url}/` },
      conformsTo: { '@type': 'Standard', title: 'DCAT-US 3.0' },
    };
  }

  private get fallback(): Fallback {
    return { site: { name: this.config.siteName, mailbox: mailboxOf(this.config) } };
  }
}
