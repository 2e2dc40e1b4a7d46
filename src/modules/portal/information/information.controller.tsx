import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { DepartmentService } from '../../department/index.js';
import { AppError } from '../../kernel/app-error.js';
import { Open } from '../../platform/access/index.js';
import { Config } from '../../platform/config/index.js';
import { AdorningLists } from '../answer/adorning-lists.js';
import { PageAnswers } from '../answer/page-answers.js';
import { facetValues } from '../component/facet-values.js';
import { inUsualOrder } from '../department/usual-order.js';
import { COLUMNS } from '../layout/column.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import { ArticlePage } from './article-page.js';
import { SiteMapPage } from './site-map-page.js';
import { StyleguidePage } from './styleguide-page.js';

const HOUR = 3600;
const MOST_DEPARTMENTS = 200;

/** What the site says of itself: help, about, accessibility, and its map. */
@ApiExcludeController()
@Open()
@Controller()
export class InformationController {
  constructor(
    private readonly answers: PageAnswers,
    private readonly sites: SiteService,
    private readonly lists: AdorningLists,
    private readonly departments: DepartmentService,
    private readonly config: Config,
  ) {}

  @Get('help')
  help(@Res() response: Response): Promise<void> {
    const { site } = this.sites;
    return this.answers.answer(response, { seconds: HOUR }, (reading) =>
      renderPage(
        <ArticlePage site={site} path="/help" column={COLUMNS.help} article={reading.t.information.help(site.baseUrl)} />,
        reading,
      ),
    );
  }

  @Get('about')
  about(@Res() response: Response): Promise<void> {
    const { site } = this.sites;
    return this.answers.answer(response, { seconds: HOUR }, (reading) =>
      renderPage(
        <ArticlePage site={site} path="/about" column={COLUMNS.about} article={reading.t.information.about(site.name)} />,
        reading,
      ),
    );
  }

  @Get('accessibility')
  accessibility(@Res() response: Response): Promise<void> {
    const { site } = this.sites;
    return this.answers.answer(response, { seconds: HOUR }, (reading) =>
      renderPage(
        <ArticlePage
          site={site}
          path="/accessibility"
          column={COLUMNS.accessibility}
          article={reading.t.information.accessibility(site.name)}
        />,
        reading,
      ),
    );
  }

  @Get('site-map')
  siteMap(@Res() response: Response): Promise<void> {
    return this.answers.answer(response, { seconds: 30 }, async (reading) => {
      const [all, departments] = await Promise.all([this.lists.counts({}, ['topic']), this.departments.list()]);
      const html = renderPage(
        <SiteMapPage
          site={this.sites.site}
          topics={facetValues(all, 'topic')}
          departments={inUsualOrder(departments).slice(0, MOST_DEPARTMENTS)}
        />,
        reading,
      );
      return all ? html : { html, lacking: true };
    });
  }

  /** All components, for those who work on the pages. */
  @Get('styleguide')
  styleguide(@Res() response: Response): Promise<void> {
    if (!this.config.styleguide) {
      throw new AppError('NOT_FOUND', '组件样例页没有打开；需要时设置 STYLEGUIDE=on。', {
        english: 'The page of components is off; set STYLEGUIDE=on to see it.',
      });
    }
    return this.answers.answer(response, { seconds: 0 }, (reading) => renderPage(<StyleguidePage site={this.sites.site} />, reading));
  }
}
