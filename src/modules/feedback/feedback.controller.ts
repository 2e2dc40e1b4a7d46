import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { addressOf } from '../data/index.js';
import { NoQuery, validate, validateQuery } from '../kernel/field/index.js';
import { Open } from '../platform/access/index.js';
import { ApiErrors } from '../platform/http/index.js';
import { FeedbackIntake } from './feedback-intake.js';
import { FeedbackReader } from './feedback-reader.js';
import { DemandInput, FeedbackReceipt, FeedbackStatus } from './feedback.model.js';

/** What the search did not find can be asked for, and whoever holds the token of anything submitted sees how it stands. */
@ApiTags('feedback')
@Open()
@Controller('api/v1/feedback')
export class FeedbackController {
  constructor(
    private readonly reader: FeedbackReader,
    private readonly intake: FeedbackIntake,
  ) {}

  @Post()
  @ApiOperation({ summary: '提出没有找到的数据或信息的需求，不用登录；这不是依申请公开' })
  @ApiBody({ type: DemandInput })
  @ApiResponse({ status: 201, type: FeedbackReceipt })
  @ApiErrors('BAD_REQUEST', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED', 'TOO_MANY_REQUESTS')
  async submit(
    @Body() body: unknown,
    @Query() query: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FeedbackReceipt> {
    validateQuery(NoQuery, query);
    response.setHeader('Cache-Control', 'no-store');
    return this.intake.demand(validate(DemandInput, body), addressOf(request));
  }

  @Get(':token')
  @ApiOperation({ summary: '凭提交时得到的凭证查看办理情况' })
  @ApiParam({ name: 'token', description: '提交时得到的凭证', example: 'hzf_…' })
  @ApiResponse({ status: 200, type: FeedbackStatus })
  @ApiErrors('BAD_REQUEST', 'NOT_FOUND')
  async status(
    @Param('token') token: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FeedbackStatus> {
    validateQuery(NoQuery, query);
    response.setHeader('Cache-Control', 'no-store');
    return this.reader.status(token);
  }
}
