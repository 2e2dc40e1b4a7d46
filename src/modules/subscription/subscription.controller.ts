import { Body, Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { addressOf } from '../data/index.js';
import { NoQuery, validate, validateQuery } from '../kernel/field/index.js';
import { Open } from '../platform/access/index.js';
import { ApiErrors } from '../platform/http/index.js';
import {
  SearchSubscription,
  SubscriptionCancellationInput,
  SubscriptionCancelled,
  SubscriptionInput,
  SubscriptionRequested,
  SubscriptionTokenInput,
} from './subscription.model.js';
import { SubscriptionService } from './subscription.service.js';

const BODY = ['BAD_REQUEST', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED'] as const;

/** News of a search by mail. */
@ApiTags('subscriptions')
@Open()
@Controller('api/v1/subscriptions')
export class SubscriptionController {
  constructor(private readonly subscriptions: SubscriptionService) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: '订阅一个搜索：新公开的内容发到邮箱；先发一封确认邮件，邮箱主人确认后才开始' })
  @ApiBody({ type: SubscriptionInput })
  @ApiResponse({ status: 202, type: SubscriptionRequested })
  @ApiErrors(...BODY, 'TOO_MANY_REQUESTS', 'CONFLICT')
  create(@Body() body: unknown, @Query() query: unknown, @Req() request: Request): Promise<SubscriptionRequested> {
    validateQuery(NoQuery, query);
    return this.subscriptions.request(validate(SubscriptionInput, body), addressOf(request));
  }

  @Post('confirmation')
  @HttpCode(200)
  @ApiOperation({ summary: '用确认邮件里的 token 确认订阅' })
  @ApiBody({ type: SubscriptionTokenInput })
  @ApiResponse({ status: 200, type: SearchSubscription })
  @ApiErrors(...BODY, 'NOT_FOUND', 'GONE')
  confirm(@Body() body: unknown, @Query() query: unknown): Promise<SearchSubscription> {
    validateQuery(NoQuery, query);
    return this.subscriptions.confirm(validate(SubscriptionTokenInput, body).token);
  }

  @Post('cancellation')
  @HttpCode(200)
  @ApiOperation({ summary: '用任何一封邮件里的 token 退订，邮箱地址随即删除' })
  @ApiBody({ type: SubscriptionCancellationInput })
  @ApiResponse({ status: 200, type: SubscriptionCancelled })
  @ApiErrors(...BODY, 'NOT_FOUND')
  async cancel(@Body() body: unknown, @Query() query: unknown): Promise<SubscriptionCancelled> {
    validateQuery(NoQuery, query);
    const { token, all } = validate(SubscriptionCancellationInput, body);
    return { cancelled: await this.subscriptions.cancel(token, all) };
  }
}
