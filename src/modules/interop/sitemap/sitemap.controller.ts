import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { Config } from '../../platform/config/index.js';
import { PublicAddress } from '../../platform/http/index.js';
import { SearchService, SuggestInput } from '../../search/index.js';
import { CatalogVersion } from '../reading/catalog-version.js';
import { openSearchDescription } from './opensearch.js';
import { robotsText } from './robots.js';
import { SitemapService } from './sitemap.service.js';

const XML = 'application/xml; charset=utf-8';
const SECONDS = 300;

/** What search engines and browsers ask every site for. */
@ApiExcludeController()
@Open()
@Controller()
export class SitemapController {
  constructor(
    private readonly sitemaps: SitemapService,
    private readonly version: CatalogVersion,
    private readonly searching: SearchService,
    private readonly address: PublicAddress,
    private readonly config: Config,
  ) {}

  @Get('sitemap.xml')
  async index(@Res() response: Response): Promise<void> {
    if (await this.version.isKnown(response, { seconds: SECONDS })) response.status(304).end();
    else response.setHeader('Content-Type', XML).send(await this.sitemaps.index());
  }

  @Get('sitemaps/:name')
  async sitemap(@Param('name') name: string, @Res() response: Response): Promise<void> {
    if (await this.version.isKnown(response, { seconds: SECONDS })) {
      response.status(304).end();
      return;
    }
    const pieces = await this.sitemaps.pieces(name);
    response.setHeader('Content-Type', XML);
    // Whoever hangs up needs no answer.
    await pipeline(Readable.from(pieces), response).catch(() => response.destroy());
  }

  @Get('robots.txt')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=3600')
  robots(): string {
    return robotsText(this.address.url);
  }

  @Get('opensearch.xml')
  @Header('Content-Type', 'application/opensearchdescription+xml; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=3600')
  openSearch(): string {
    return openSearchDescription({ baseUrl: this.address.url, name: this.config.siteName, slogan: this.config.siteSlogan });
  }

  /** Completions as browsers want them: the words, then lists of what goes with each. */
  @Get('opensearch/suggestions')
  async suggestions(@Query() query: unknown, @Res() response: Response): Promise<void> {
    const input = validateQuery(SuggestInput, query);
    const { suggestions } = await this.searching.suggest(input);
    const answer = [
      input.q,
      suggestions.map(({ text }) => text),
      suggestions.map(() => ''),
      suggestions.map(({ text, url }) => this.address.url + (url ?? `/search?q=${encodeURIComponent(text)}`)),
    ];
    response.setHeader('Content-Type', 'application/x-suggestions+json; charset=utf-8');
    response.setHeader('Cache-Control', 'public, max-age=60');
    response.send(JSON.stringify(answer));
  }
}
