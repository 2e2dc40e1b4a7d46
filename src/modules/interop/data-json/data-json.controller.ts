import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { CatalogVersion } from '../reading/catalog-version.js';
import { DataJsonQuery } from './data-json.query.js';
import { DataJsonService, type DataJsonVersion } from './data-json.service.js';

const SECONDS = 300;

/** The whole catalog as one document, for national catalogs that fetch it at a well-known address. */
@ApiExcludeController()
@Open()
@Controller()
export class DataJsonController {
  constructor(
    private readonly dumps: DataJsonService,
    private readonly version: CatalogVersion,
  ) {}

  @Get('data.json')
  first(@Query() query: unknown, @Res() response: Response): Promise<void> {
    return this.answer('1.1', query, response);
  }

  @Get('data.v3.json')
  third(@Query() query: unknown, @Res() response: Response): Promise<void> {
    return this.answer('3', query, response);
  }

  private async answer(version: DataJsonVersion, given: unknown, response: Response): Promise<void> {
    const { kind } = validateQuery(DataJsonQuery, given);
    if (await this.version.isKnown(response, { seconds: SECONDS })) {
      response.status(304).end();
      return;
    }
    response.type('application/json');
    if (response.req.method === 'HEAD') {
      response.end();
      return;
    }
    // Whoever goes away ends the reading; what fails on the way breaks the answer off, so that nobody takes a part for the whole.
    await pipeline(Readable.from(this.dumps.dump(version, kind)), response).catch((error: unknown) => {
      if (!response.destroyed || !isGone(error)) throw error;
    });
  }
}

const isGone = (error: unknown) => (error as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE';
