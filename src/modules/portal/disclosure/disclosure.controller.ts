import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { DisclosureService } from '../../disclosure/index.js';
import { validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { PageAnswers } from '../answer/page-answers.js';
import type { Reading } from '../reading/reading.js';
import { DisclosureBlockQuery, DisclosureQuery } from './disclosure.query.js';
import { DisclosurePages } from './disclosure-pages.service.js';

const SECONDS = 30;

/** Pages of the 政府信息公开 column. */
@ApiExcludeController()
@Open()
@Controller('disclosure')
export class DisclosurePagesController {
  constructor(
    private readonly answers: PageAnswers,
    private readonly pages: DisclosurePages,
    private readonly disclosure: DisclosureService,
  ) {}

  @Get()
  overview(@Query() query: unknown, @Res() response: Response): Promise<void> {
    const { department } = validateQuery(DisclosureQuery, query);
    return this.answer(response, (reading) => this.pages.overview(department || undefined, reading));
  }

  @Get('request')
  request(@Query() query: unknown, @Res() response: Response): Promise<void> {
    const { department } = validateQuery(DisclosureQuery, query);
    return this.answer(response, (reading) => this.pages.request(department || undefined, reading));
  }

  @Get('embed')
  snippets(@Query() query: unknown, @Res() response: Response): Promise<void> {
    const { department } = validateQuery(DisclosureQuery, query);
    return this.answer(response, (reading) => this.pages.snippets(department || undefined, reading));
  }

  @Get(':block')
  block(@Param('block') block: string, @Query() query: unknown, @Res() response: Response): Promise<void> {
    return this.blockPage(block, undefined, query, response);
  }

  @Get('statutory/:item')
  item(@Param('item') item: string, @Query() query: unknown, @Res() response: Response): Promise<void> {
    return this.blockPage('statutory', item, query, response);
  }

  private blockPage(block: string, item: string | undefined, query: unknown, response: Response): Promise<void> {
    const asked = validateQuery(DisclosureBlockQuery, query);
    const department = asked.department || undefined;
    return this.answer(response, (reading) => this.pages.block(block, item, { ...asked, department }, reading));
  }

  /** The places of documents follow the catalog: a page made before they did is another one. */
  private async answer(response: Response, render: (reading: Reading) => Promise<string>): Promise<void> {
    await this.answers.answer(response, { seconds: SECONDS, query: true, state: await this.disclosure.state() }, render);
  }
}
