import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { TableReader } from '../../data/index.js';
import { Open } from '../../platform/access/index.js';
import { answerCached } from '../../platform/http/index.js';
import { EntryReader } from '../reading/entry-reader.js';
import { croissantOf } from './croissant.js';

const SECONDS = 300;
const EVERYBODY = { caller: 'interop' };

/** Tables for programs that learn from data. */
@ApiExcludeController()
@Open()
@Controller('datasets/:identifier/tables/:table')
export class CroissantController {
  constructor(
    private readonly entries: EntryReader,
    private readonly tables: TableReader,
  ) {}

  /** Tables that are not open to everybody are refused as their rows are. */
  @Get('croissant.json')
  async describe(
    @Param('identifier') identifier: string,
    @Param('table') name: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    await this.tables.get(identifier, name, EVERYBODY);
    const entry = await this.entries.get(identifier);
    const table = entry.tables.find((each) => each.name === name)!;
    response.type('application/ld+json');
    return answerCached(response, croissantOf(entry, table), { seconds: SECONDS });
  }
}
