import { createHash } from 'node:crypto';
import { Controller, Get, type OnModuleInit, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { renderToString } from 'preact-render-to-string';
import { BLOCKS, DisclosureListArgs, DisclosureService } from '../../disclosure/index.js';
import { AppError } from '../../kernel/app-error.js';
import { validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { prefersEnglish, Surfaces } from '../../platform/http/index.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import { ReadingContext, readingIn } from '../reading/reading.js';
import { EmbedQuery } from './embed.query.js';
import { EmbeddedColumn, type EmbeddedProps } from './embedded-column.js';
import { EmbeddedPage } from './embedded-page.js';

const SECONDS = 300;
/** Government sites are Chinese, whatever the visitor chose here. */
const READING = readingIn('zh');

/** The column inside pages of other sites: as a page for a frame, and as a piece of HTML. */
@ApiExcludeController()
@Open()
@Controller('embed')
export class EmbedController implements OnModuleInit {
  constructor(
    private readonly disclosure: DisclosureService,
    private readonly sites: SiteService,
    private readonly surfaces: Surfaces,
  ) {}

  onModuleInit(): void {
    this.surfaces.add({ path: '/embed', ownCors: true, answer: answerError });
  }

  @Get('disclosure')
  async page(@Query() query: unknown, @Res() response: Response): Promise<void> {
    const embedded = await this.embedded(validateQuery(EmbedQuery, query));
    send(response, renderPage(<EmbeddedPage site={this.sites.site} {...embedded} />, READING));
  }

  @Get('disclosure.html')
  async piece(@Query() query: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    // The middleware has named the origin if it is one of ours; servers that include the piece send none.
    if (request.headers.origin !== undefined && !response.hasHeader('Access-Control-Allow-Origin')) throw foreign();
    const embedded = await this.embedded(validateQuery(EmbedQuery, query));
    send(
      response,
      renderToString(
        <ReadingContext.Provider value={READING}>
          <EmbeddedColumn {...embedded} />
        </ReadingContext.Provider>,
      ),
    );
  }

  private async embedded({ department, block, item, limit }: EmbedQuery): Promise<EmbeddedProps> {
    const args = Object.assign(new DisclosureListArgs(), { department, item, limit });
    const [column, ...lists] = await Promise.all([
      this.disclosure.column(department),
      ...(block ? [block] : BLOCKS).map((each) => this.disclosure.list(each, args)),
    ]);
    const { baseUrl: base, name: siteName } = this.sites.site;
    return { column, lists, base, siteName };
  }
}

const foreign = () =>
  new AppError('FORBIDDEN', '这个网站没有被允许嵌入本栏目，请由本平台的管理员用 EMBED_HOSTS 允许。', {
    english: 'This site may not embed the column; the administrator allows sites with EMBED_HOSTS.',
  });

function send(response: Response, html: string): void {
  response.setHeader('ETag', `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`);
  response.setHeader('Cache-Control', `public, max-age=${SECONDS}`);
  if (response.req.fresh) response.status(304).end();
  else response.type('html').send(html);
}

/** A sentence where the column would be. */
function answerError(error: AppError, request: Request, response: Response): void {
  const english = prefersEnglish(request.headers['accept-language']) ? error.details.english : undefined;
  response.type('html').send(
    renderToString(
      <p class="haozhao-disclosure-error" lang={english ? 'en' : 'zh-CN'}>
        {english ?? error.message}
      </p>,
    ),
  );
}
