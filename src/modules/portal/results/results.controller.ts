import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { SearchInput } from '../../search/index.js';
import { PageAnswers } from '../answer/page-answers.js';
import { ResultsPages } from './results-pages.service.js';
import { resultsBefore } from './search-link.js';

/** Results of a search. */
@ApiExcludeController()
@Open()
@Controller('search')
export class ResultsController {
  constructor(
    private readonly answers: PageAnswers,
    private readonly pages: ResultsPages,
  ) {}

  @Get()
  async results(@Query() { from, ...query }: Record<string, unknown>, @Res() response: Response): Promise<void> {
    const input = validateQuery(SearchInput, query);
    await this.answers.answer(response, { seconds: 10, query: true }, (reading) =>
      this.pages.results(input, resultsBefore(from, input), reading),
    );
  }
}
