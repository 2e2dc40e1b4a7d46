import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { Config } from '../../platform/config/index.js';
import { SearchInput, SearchService } from '../../search/index.js';
import { PageAnswers } from '../answer/page-answers.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import { ResultsPage } from './results-page.js';

/** Results of a search. */
@ApiExcludeController()
@Open()
@Controller('search')
export class ResultsController {
  constructor(
    private readonly answers: PageAnswers,
    private readonly searching: SearchService,
    private readonly sites: SiteService,
    private readonly config: Config,
  ) {}

  @Get()
  async results(@Query() query: unknown, @Res() response: Response): Promise<void> {
    const input = validateQuery(SearchInput, query);
    await this.answers.answer(response, { seconds: 10 }, async (reading) =>
      renderPage(
        <ResultsPage
          site={this.sites.site}
          input={input}
          answer={await this.searching.search(input)}
          counted={this.config.searchStatistics}
        />,
        reading,
      ),
    );
  }
}
