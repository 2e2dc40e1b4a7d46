import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Open } from '../../platform/access/index.js';
import { PageAnswers } from '../answer/page-answers.js';
import { Read } from '../reading/read.decorator.js';
import type { Reading } from '../reading/reading.js';
import { ApiPages } from './api-pages.service.js';
import { DatasetPages } from './dataset-pages.service.js';

/** Pages of datasets. */
@ApiExcludeController()
@Open()
@Controller('datasets/:identifier')
export class DatasetController {
  constructor(
    private readonly answers: PageAnswers,
    private readonly pages: DatasetPages,
    private readonly apiPages: ApiPages,
  ) {}

  @Get()
  async dataset(@Param('identifier') identifier: string, @Res() response: Response): Promise<void> {
    const { tables, state } = await this.pages.open(identifier);
    await this.answers.answer(response, { seconds: 0, state }, (reading) => this.pages.dataset(identifier, tables, reading));
  }

  @Get('api')
  async api(@Param('identifier') identifier: string, @Res() response: Response): Promise<void> {
    const { tables, state } = await this.pages.open(identifier);
    await this.answers.answer(response, { seconds: 60, state }, (reading) => this.apiPages.page(identifier, tables, reading));
  }

  /** What the columns mean, as a file. */
  @Get('dictionary.csv')
  async dictionary(@Param('identifier') identifier: string, @Read() reading: Reading, @Res() response: Response): Promise<void> {
    const csv = await this.apiPages.dictionary(identifier, reading);
    response.vary('Cookie');
    response.setHeader('Cache-Control', 'public, max-age=60').setHeader('Content-Disposition', 'attachment; filename="dictionary.csv"');
    response.type('text/csv; charset=utf-8').send(csv);
  }
}
