import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { type SearchInput, SearchService } from '../../search/index.js';
import { SubscriptionService } from '../../subscription/index.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import type { Reading } from '../reading/reading.js';
import { ResultsPage } from './results-page.js';

const MOST_POPULAR = 8;

/** Gathers what the results show. */
@Injectable()
export class ResultsPages {
  constructor(
    private readonly searching: SearchService,
    private readonly sites: SiteService,
    private readonly config: Config,
    private readonly subscriptions: SubscriptionService,
  ) {}

  /** @throws AppError as SearchService.search */
  async results(input: SearchInput, before: number | undefined, reading: Reading): Promise<string> {
    const [answer, filters] = await Promise.all([this.searching.search(input), this.searching.filtersByName(input)]);
    const popular = answer.total.value === 0 ? await this.searching.popular(MOST_POPULAR) : [];
    return renderPage(
      <ResultsPage
        site={this.sites.site}
        input={input}
        answer={answer}
        filters={filters}
        before={before}
        popular={popular}
        counted={this.config.searchStatistics}
        mail={this.subscriptions.offered}
      />,
      reading,
    );
  }
}
