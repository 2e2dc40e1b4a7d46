import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Open } from '../../platform/access/index.js';
import { PageAnswers } from '../answer/page-answers.js';
import { DepartmentPages } from './department-pages.service.js';

/** Pages of departments. */
@ApiExcludeController()
@Open()
@Controller('departments')
export class DepartmentController {
  constructor(
    private readonly answers: PageAnswers,
    private readonly pages: DepartmentPages,
  ) {}

  @Get()
  list(@Res() response: Response): Promise<void> {
    return this.answers.answer(response, { seconds: 30 }, (reading) => this.pages.list(reading));
  }

  @Get(':code')
  department(@Param('code') code: string, @Res() response: Response): Promise<void> {
    return this.answers.answer(response, { seconds: 30 }, (reading) => this.pages.department(code, reading));
  }
}
