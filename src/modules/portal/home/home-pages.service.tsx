import { Injectable } from '@nestjs/common';
import { DepartmentService } from '../../department/index.js';
import { SchemaOrg } from '../../interop/index.js';
import { AdorningLists } from '../answer/adorning-lists.js';
import type { Rendered } from '../answer/page-answers.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import type { Reading } from '../reading/reading.js';
import { HomePage } from './home-page.js';

const NEWEST = 6;

/** Gathers what the first page shows. */
@Injectable()
export class HomePages {
  constructor(
    private readonly lists: AdorningLists,
    private readonly departments: DepartmentService,
    private readonly sites: SiteService,
    private readonly schemaOrg: SchemaOrg,
  ) {}

  async home(reading: Reading): Promise<Rendered> {
    const [all, documents, datasets, departments] = await Promise.all([
      this.lists.find({ limit: 1 }),
      this.lists.find({ kind: ['document'], sort: 'newest', limit: NEWEST }),
      this.lists.find({ kind: ['dataset'], sort: 'updated', limit: NEWEST }),
      this.departments.list(),
    ]);
    const html = renderPage(
      <HomePage
        site={this.sites.site}
        jsonLd={this.schemaOrg.site()}
        all={all}
        newestDocuments={documents?.hits ?? []}
        newestDatasets={datasets?.hits ?? []}
        departments={departments}
      />,
      reading,
    );
    return all ? html : { html, lacking: true };
  }
}
