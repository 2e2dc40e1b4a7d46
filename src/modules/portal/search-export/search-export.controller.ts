import { pipeline } from 'node:stream/promises';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { FairUse, MEDIA_TYPES, viewerOf } from '../../data/index.js';
import { Clock } from '../../kernel/clock.js';
import { Open } from '../../platform/access/index.js';
import { offerAs, PublicAddress } from '../../platform/http/index.js';
import { Log } from '../../platform/logging/index.js';
import { wholeSearch } from '../results/whole-search.js';
import { exportName } from './export-name.js';
import { ResultReader } from './result-pages.js';
import { type ResultFormat, WRITERS } from './write-results.js';

/** Records that cost as much as a request. */
const RECORDS_OF_A_UNIT = 100;

/** The results of a search as a file: the parameters of the search page, in its order. */
@ApiExcludeController()
@Open()
@Controller()
export class SearchExportController {
  constructor(
    private readonly results: ResultReader,
    private readonly fair: FairUse,
    private readonly address: PublicAddress,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  @Get('search.csv')
  async csv(@Query() query: unknown, @Res() response: Response): Promise<void> {
    await this.send('csv', query, response);
  }

  @Get('search.xlsx')
  async xlsx(@Query() query: unknown, @Res() response: Response): Promise<void> {
    await this.send('xlsx', query, response);
  }

  @Get('search.json')
  async json(@Query() query: unknown, @Res() response: Response): Promise<void> {
    await this.send('json', query, response);
  }

  private async send(format: ResultFormat, query: unknown, response: Response): Promise<void> {
    // A file is of the whole list, from whatever page somebody came.
    const input = wholeSearch(query);
    const results = await this.results.read(input);
    const head = response.req.method === 'HEAD';
    await this.fair.charge(response, viewerOf(response.req), 1 + (head ? 0 : Math.ceil(results.count / RECORDS_OF_A_UNIT)));
    offerAs(response, exportName(input.q ?? '', this.clock.today(), format));
    response.setHeader('Content-Type', MEDIA_TYPES[format]);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('X-Robots-Tag', 'noindex');
    response.setHeader('Cache-Control', 'no-store');
    if (head) return void response.end();
    try {
      await pipeline(WRITERS[format](results, this.address.url), response);
    } catch (error) {
      // A reader who goes away is no error; one who cannot be given the rest sees that the file broke off.
      if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') this.log.error({ error, format }, 'an export broke off');
    }
  }
}
