import { Injectable } from '@nestjs/common';
import { UsageReader } from '../../data/index.js';
import { DepartmentService } from '../../department/index.js';
import { SchemaOrg } from '../../interop/index.js';
import { SearchService } from '../../search/index.js';
import { TransparencyReader, UpcomingReader } from '../../transparency/index.js';
import { AdorningLists } from '../answer/adorning-lists.js';
import type { Rendered } from '../answer/page-answers.js';
import { inUsualOrder } from '../department/usual-order.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import type { Reading } from '../reading/reading.js';
import { HomePage } from './home-page.js';
import { homeStanding } from './home-standing.js';

const NEWEST = 6;
const MOST_USED = 6;
const POPULAR = 6;

/** Gathers what the first page shows. */
@Injectable()
export class HomePages {
  constructor(
    private readonly lists: AdorningLists,
    private readonly searching: SearchService,
    private readonly departments: DepartmentService,
    private readonly usage: UsageReader,
    private readonly transparency: TransparencyReader,
    private readonly upcoming: UpcomingReader,
    private readonly sites: SiteService,
    private readonly schemaOrg: SchemaOrg,
  ) {}

  /** What changes while the catalog stays as it is: what many ask for, and how duties are kept. */
  async beyondTheCatalog(): Promise<{ popular: string[]; state: string }> {
    const [popular, standing] = await Promise.all([this.searching.popular(POPULAR), this.transparency.version()]);
    return { popular, state: [standing, ...popular].join('\n') };
  }

  async home(reading: Reading, popular: readonly string[]): Promise<Rendered> {
    const [all, documents, datasets, departments, mostUsed, summary, upcoming] = await Promise.all([
      this.lists.counts({}, ['kind', 'topic']),
      this.lists.first({ kind: ['document'] }, 'newest', NEWEST),
      this.lists.first({ kind: ['dataset'] }, 'updated', NEWEST),
      this.departments.list(),
      this.usage.mostUsed(MOST_USED),
      this.transparency.summary(),
      this.upcoming.read(),
    ]);
    const html = renderPage(
      <HomePage
        site={this.sites.site}
        jsonLd={this.schemaOrg.site()}
        all={all}
        newestDocuments={documents ?? []}
        newestDatasets={datasets ?? []}
        departments={inUsualOrder(departments)}
        mostUsed={mostUsed}
        popular={popular}
        standing={homeStanding(summary, upcoming, reading)}
      />,
      reading,
    );
    return all ? html : { html, lacking: true };
  }
}
