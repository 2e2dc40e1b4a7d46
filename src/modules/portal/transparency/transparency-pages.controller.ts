import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { RankingArgs, RecordsOfFigureQuery, SpanArgs } from '../../transparency/index.js';
import { type Keeping, PageAnswers } from '../answer/page-answers.js';
import { TransparencyPages } from './transparency-pages.service.js';

const SECONDS = 30;
const HOUR = 3_600;

/** Pages that hold departments to account. */
@ApiExcludeController()
@Open()
@Controller('transparency')
export class TransparencyPagesController {
  constructor(
    private readonly answers: PageAnswers,
    private readonly pages: TransparencyPages,
  ) {}

  @Get()
  async whole(@Query() query: unknown, @Res() response: Response): Promise<void> {
    const question = validateQuery(RankingArgs, query);
    await this.answers.answer(response, await this.keeping(), (reading) => this.pages.whole(question, reading));
  }

  @Get('departments/:code')
  async department(@Param('code') code: string, @Query() query: unknown, @Res() response: Response): Promise<void> {
    const span = validateQuery(SpanArgs, query);
    await this.answers.answer(response, await this.keeping(), (reading) => this.pages.department(code, span, reading));
  }

  @Get('records')
  async records(@Query() query: unknown, @Res() response: Response): Promise<void> {
    const { cursor, limit: _, format: __, ...question } = validateQuery(RecordsOfFigureQuery, query);
    await this.answers.answer(response, await this.keeping(), (reading) => this.pages.records(question, cursor, reading));
  }

  @Get('method')
  method(@Res() response: Response): Promise<void> {
    return this.answers.answer(response, { seconds: HOUR }, (reading) => this.pages.method(reading));
  }

  private async keeping(): Promise<Keeping> {
    return { seconds: SECONDS, query: true, state: await this.pages.state() };
  }
}
