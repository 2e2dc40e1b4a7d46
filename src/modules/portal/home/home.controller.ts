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
    const { popular, state } = await this.pages.beyondTheCatalog();
    await this.answers.answer(response, { seconds: 30, state }, (reading) => this.pages.home(reading, popular));
  }
}
