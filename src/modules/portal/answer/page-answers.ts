import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { LRUCache } from 'lru-cache';
import { CatalogVersion } from '../../interop/index.js';
import { Clock } from '../../kernel/clock.js';
import { isHeld } from '../../platform/http/index.js';
import { cookieText, languageTag, type Reading, readingOf } from '../reading/reading.js';
import { SiteService } from '../layout/site.service.js';

const MOST_BYTES = 48 * 1024 * 1024;
const LONGEST_PAGE = 1024 * 1024;
/** A page made while the index was behind the catalog is made again after so long. */
const KEPT_MS = 30_000;

/** How a page may be kept. */
export interface Keeping {
  /** For how long a cache need not ask again; 0 asks every time, and is told 304. */
  seconds: number;
  /** The page depends on the parameters of its address, which it has checked; otherwise they are nothing to it. */
  query?: true;
  /** What the page shows that is no part of the catalog, in a few characters: another state is another page. */
  state?: string;
}

/** A page, and whether it is as it should be: one that lacks something is not kept. */
export type Rendered = string | { html: string; lacking: true };

/** Answers with pages that are the same for everybody who reads alike: tagged by the version of the catalog, and not made twice for one version. */
@Injectable()
export class PageAnswers {
  private readonly pages = new LRUCache<string, string>({
    maxSize: MOST_BYTES,
    maxEntrySize: LONGEST_PAGE * 2,
    sizeCalculation: (html) => html.length * 2,
    ttl: KEPT_MS,
  });
  private readonly underWay = new Map<string, Promise<Rendered>>();

  constructor(
    private readonly version: CatalogVersion,
    private readonly clock: Clock,
    private readonly sites: SiteService,
  ) {}

  async answer(
    response: Response,
    { seconds, query, state = '' }: Keeping,
    render: (reading: Reading) => Promise<Rendered> | Rendered,
  ): Promise<void> {
    const { req: request } = response;
    const reading = { ...readingOf(request), here: query ? request.originalUrl : pathOf(request.originalUrl) };
    const tag = await this.tagOf(reading, state);
    response.vary('Cookie');
    response.setHeader('ETag', `W/"${tag}"`);
    response.setHeader('Cache-Control', seconds > 0 ? `public, max-age=${seconds}` : 'public, no-cache');
    response.setHeader('Content-Language', languageTag(reading));
    if (isHeld(response)) {
      response.status(304).end();
      return;
    }
    const page = this.pages.get(tag) ?? (await this.once(tag, () => render(reading)).catch((error: unknown) => forget(response, error)));
    if (typeof page !== 'string') forget(response);
    response.type('html').send(typeof page === 'string' ? page : page.html);
  }

  private tagOf(reading: Reading, state: string): Promise<string> {
    return this.version.tagOf([this.clock.today(), JSON.stringify(this.sites.site), reading.here, cookieText(reading), state]);
  }

  /** Whoever asks for a page that is being made waits for the same one. */
  private once(tag: string, render: () => Promise<Rendered> | Rendered): Promise<Rendered> {
    const started = this.underWay.get(tag);
    if (started) return started;
    const making = (async () => {
      try {
        const page = await render();
        if (typeof page === 'string') this.pages.set(tag, page);
        return page;
      } finally {
        this.underWay.delete(tag);
      }
    })();
    this.underWay.set(tag, making);
    return making;
  }
}

/** Takes back what was said of a page that did not come to be as it should. */
function forget(response: Response): void;
function forget(response: Response, error: unknown): never;
function forget(response: Response, error?: unknown): void {
  response.removeHeader('ETag');
  response.setHeader('Cache-Control', 'no-store');
  if (error !== undefined) throw error as Error;
}

/** An address without its parameters. Pure. */
const pathOf = (address: string): string => address.split('?', 1)[0]!;
