import { createHash } from 'node:crypto';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { isHeld } from '../../platform/http/index.js';
import { SearchInput } from '../../search/index.js';
import { CatalogVersion } from '../reading/catalog-version.js';
import { ATOM_TYPE } from './atom.js';
import { FeedQuery } from './feed.query.js';
import { type FeedPart, FeedService } from './feed.service.js';

const SECONDS = 60;

/** News of the catalog for feed readers (Atom, RFC 4287; pages by RFC 5005). */
@ApiExcludeController()
@Open()
@Controller()
export class FeedController {
  constructor(
    private readonly feeds: FeedService,
    private readonly version: CatalogVersion,
  ) {}

  @Get('feed.atom')
  async whole(@Query() query: unknown, @Res() response: Response): Promise<void> {
    await this.latest({}, query, response);
  }

  @Get('departments/:code/feed.atom')
  async department(@Param('code') department: string, @Query() query: unknown, @Res() response: Response): Promise<void> {
    await this.latest({ department }, query, response);
  }

  @Get('topics/:code/feed.atom')
  async topic(@Param('code') topic: string, @Query() query: unknown, @Res() response: Response): Promise<void> {
    await this.latest({ topic }, query, response);
  }

  /** The same parameters as the search page; the newest first. */
  @Get('search.atom')
  async search(@Query() query: unknown, @Res() response: Response): Promise<void> {
    const input = validateQuery(SearchInput, { sort: 'newest', ...(query as object), explain: undefined });
    const text = await this.feeds.search(input);
    // The index follows the catalog: its version may be new while what is found is not.
    response.setHeader('ETag', `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`);
    response.setHeader('Cache-Control', `public, max-age=${SECONDS}`);
    send(response, text);
  }

  private async latest(part: FeedPart, query: unknown, response: Response): Promise<void> {
    const asked = validateQuery(FeedQuery, query);
    if (await this.version.isKnown(response, { seconds: SECONDS })) response.status(304).end();
    else send(response, await this.feeds.latest(part, asked));
  }
}

function send(response: Response, text: string): void {
  if (isHeld(response)) response.status(304).end();
  else response.setHeader('Content-Type', ATOM_TYPE).send(text);
}
