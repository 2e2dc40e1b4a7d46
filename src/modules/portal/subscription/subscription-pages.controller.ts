import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { SubscriptionPages } from './subscription-pages.service.js';
import { TokenQuery } from './token.query.js';

type Form = Record<string, unknown>;

/** The form that subscribes to a search, and the pages that its mails lead to. */
@ApiExcludeController()
@Open()
@Controller('subscriptions')
export class SubscriptionPagesController {
  constructor(private readonly pages: SubscriptionPages) {}

  @Get('new')
  async form(@Query() query: object, @Res() response: Response): Promise<void> {
    await this.pages.form(query, response);
  }

  @Post('new')
  async submit(@Query() query: object, @Body() form: Form | undefined, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.pages.submit(query, form ?? {}, request, response);
  }

  @Get('sent')
  sent(@Res() response: Response): void {
    this.pages.sent(response);
  }

  @Get('confirm')
  async confirmPage(@Query() query: unknown, @Res() response: Response): Promise<void> {
    await this.pages.confirmPage(tokenOf(query), response);
  }

  @Post('confirm')
  async confirm(@Query() query: unknown, @Res() response: Response): Promise<void> {
    await this.pages.confirm(tokenOf(query), response);
  }

  @Get('cancel')
  async cancelPage(@Query() query: unknown, @Res() response: Response): Promise<void> {
    await this.pages.cancelPage(tokenOf(query), response);
  }

  @Post('cancel')
  async cancel(@Query() query: unknown, @Body() form: Form | undefined, @Res() response: Response): Promise<void> {
    await this.pages.cancel(tokenOf(query), form?.all === 'on', response);
  }
}

const tokenOf = (query: unknown): string => validateQuery(TokenQuery, query).token ?? '';
