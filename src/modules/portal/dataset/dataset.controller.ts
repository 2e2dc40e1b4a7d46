import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { FeedbackReader } from '../../feedback/index.js';
import { Open } from '../../platform/access/index.js';
import { PageAnswers } from '../answer/page-answers.js';
import { DatasetPages } from './dataset-pages.service.js';

/** Pages of datasets. */
@ApiExcludeController()
@Open()
@Controller('datasets/:identifier')
export class DatasetController {
  constructor(
    private readonly answers: PageAnswers,
    private readonly pages: DatasetPages,
    private readonly feedback: FeedbackReader,
  ) {}

  @Get()
  async dataset(@Param('identifier') identifier: string, @Res() response: Response): Promise<void> {
    const state = await this.feedback.state(identifier);
    return this.answers.answer(response, { seconds: 0, state }, (reading) => this.pages.dataset(identifier, reading));
  }
}
