import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { addressOf } from '../../data/index.js';
import { Open } from '../../platform/access/index.js';
import { AccessPages } from './access-pages.service.js';

/** The page on which anybody applies to use data that is open on conditions. */
@ApiExcludeController()
@Open()
@Controller('datasets/:identifier/access')
export class AccessPagesController {
  constructor(private readonly pages: AccessPages) {}

  @Get()
  async page(@Param('identifier') identifier: string, @Res() response: Response): Promise<void> {
    await this.pages.form(identifier, response);
  }

  @Post()
  async submit(
    @Param('identifier') identifier: string,
    @Body() form: Record<string, unknown> | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.pages.submit(identifier, form ?? {}, addressOf(request), response);
  }
}
