import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { addressOf } from '../../data/index.js';
import { Open } from '../../platform/access/index.js';
import type { Form } from '../workbench/form-text.js';
import { FeedbackPages } from './feedback-pages.service.js';

/** The forms with which anybody says something about a record or asks for what is not there, and how it stands. */
@ApiExcludeController()
@Open()
@Controller()
export class FeedbackPagesController {
  constructor(private readonly pages: FeedbackPages) {}

  @Get('datasets/:identifier/feedback')
  datasetForm(@Param('identifier') identifier: string, @Query('kind') kind: unknown, @Res() response: Response): Promise<void> {
    return this.pages.form('dataset', identifier, kind, response);
  }

  @Post('datasets/:identifier/feedback')
  submitOnDataset(
    @Param('identifier') identifier: string,
    @Body() form: Form | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.pages.submit('dataset', identifier, form ?? {}, addressOf(request), response);
  }

  @Get('documents/:identifier/feedback')
  documentForm(@Param('identifier') identifier: string, @Query('kind') kind: unknown, @Res() response: Response): Promise<void> {
    return this.pages.form('document', identifier, kind, response);
  }

  @Post('documents/:identifier/feedback')
  submitOnDocument(
    @Param('identifier') identifier: string,
    @Body() form: Form | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.pages.submit('document', identifier, form ?? {}, addressOf(request), response);
  }

  @Get('ask')
  ask(@Query('q') q: unknown, @Res() response: Response): Promise<void> {
    return this.pages.ask(q, response);
  }

  @Post('ask')
  submitDemand(@Body() form: Form | undefined, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.demand(form ?? {}, addressOf(request), response);
  }

  @Get('feedback/:token')
  status(@Param('token') token: string, @Res() response: Response): Promise<void> {
    return this.pages.status(token, response);
  }
}
