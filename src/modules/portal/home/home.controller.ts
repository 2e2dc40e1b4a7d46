import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Open } from '../../platform/access/index.js';
import { PageAnswers } from '../answer/page-answers.js';
import { HomePages } from './home-pages.service.js';

/** The first page. */
@ApiExcludeController()
@Open()
@Controller()
export class HomeController {
  constructor(
    private readonly answers: PageAnswers,
    private readonly pages: HomePages,
  ) {}

  @Get()
  async home(@Res() response: Response): Promise<void> {
    const popular = await this.pages.popular();
    await this.answers.answer(response, { seconds: 30, state: popular.join('\n') }, (reading) => this.pages.home(reading, popular));
  }
}
