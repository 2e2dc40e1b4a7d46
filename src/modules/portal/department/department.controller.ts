import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Text, validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { PageAnswers } from '../answer/page-answers.js';
import { DepartmentPages } from './department-pages.service.js';

/** What the box above the list of departments asks for. */
class DepartmentsQuery {
  @Text({ description: '名称、简称或曾用名中的字', max: 100, optional: true })
  name?: string;
}

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
  list(@Query() query: unknown, @Res() response: Response): Promise<void> {
    const { name = '' } = validateQuery(DepartmentsQuery, query);
    return this.answers.answer(response, { seconds: 30, query: true }, (reading) => this.pages.list(name, reading));
  }

  @Get(':code')
  async department(@Param('code') code: string, @Res() response: Response): Promise<void> {
    await this.answers.answer(response, { seconds: 30, state: await this.pages.state() }, (reading) =>
      this.pages.department(code, reading),
    );
  }
}
