import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { addressOf } from '../data/index.js';
import { NoQuery, validate, validateQuery } from '../kernel/field/index.js';
import { Open } from '../platform/access/index.js';
import { ApiErrors, ApiQueryOf } from '../platform/http/index.js';
import { FeedbackIntake } from './feedback-intake.js';
import { FeedbackReader } from './feedback-reader.js';
import { FeedbackInput, FeedbackReceipt, PublishedFeedback, PublishedFeedbackQuery } from './feedback.model.js';

const IDENTIFIER = { name: 'identifier', description: '记录的标识符', example: 'lc-gjj-0012' };

/** What is said about a record: everybody reads what the department published, and anybody says something. */
@ApiTags('feedback')
@Open()
@Controller('api/v1/records/:identifier/feedback')
export class RecordFeedbackController {
  constructor(
    private readonly reader: FeedbackReader,
    private readonly intake: FeedbackIntake,
  ) {}

  @Get()
  @ApiOperation({ summary: '关于一条记录已公开的提问、纠错和应用案例，最近答复的在前' })
  @ApiParam(IDENTIFIER)
  @ApiQueryOf(PublishedFeedbackQuery)
  @ApiResponse({ status: 200, type: PublishedFeedback, isArray: true })
  @ApiErrors('BAD_REQUEST', 'NOT_FOUND', 'GONE')
  list(@Param('identifier') identifier: string, @Query() query: unknown): Promise<PublishedFeedback[]> {
    return this.reader.published(identifier, validateQuery(PublishedFeedbackQuery, query));
  }

  @Post()
  @ApiOperation({ summary: '就一条记录提问、纠错或提交应用案例，不用登录；部门答复后决定是否公开' })
  @ApiParam(IDENTIFIER)
  @ApiBody({ type: FeedbackInput })
  @ApiResponse({ status: 201, type: FeedbackReceipt })
  @ApiErrors('BAD_REQUEST', 'NOT_FOUND', 'GONE', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED', 'TOO_MANY_REQUESTS')
  async submit(
    @Param('identifier') identifier: string,
    @Body() body: unknown,
    @Query() query: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FeedbackReceipt> {
    validateQuery(NoQuery, query);
    response.setHeader('Cache-Control', 'no-store');
    return this.intake.submit(identifier, validate(FeedbackInput, body), addressOf(request));
  }
}
