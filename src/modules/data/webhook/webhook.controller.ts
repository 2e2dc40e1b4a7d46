import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { type ActingContext, type Actor, CurrentActor, CurrentContext, Idempotent, Needs } from '../../identity/index.js';
import { NoQuery, validate, validateQuery } from '../../kernel/field/index.js';
import { ApiErrors } from '../../platform/http/index.js';
import { NewWebhook, presentWebhook, Webhook, WebhookInput, WebhookReplacement } from './webhook.model.js';
import { WebhookService } from './webhook.service.js';

const ID = { name: 'id', description: '编号', example: '12' };
const BODY = ['PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED'] as const;
const REFUSALS = ['BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN'] as const;

/** Addresses that are told what changes, by REST. */
@ApiTags('webhooks')
@Needs('webhook.manage')
@Controller('api/v1/webhooks')
export class WebhookController {
  constructor(private readonly webhooks: WebhookService) {}

  @Get()
  @ApiOperation({ summary: '本部门登记的变化通知' })
  @ApiResponse({ status: 200, type: Webhook, isArray: true })
  @ApiErrors(...REFUSALS)
  async list(@Query() query: unknown, @CurrentActor() actor: Actor): Promise<Webhook[]> {
    validateQuery(NoQuery, query);
    return (await this.webhooks.list(actor)).map(presentWebhook);
  }

  @Post()
  @ApiOperation({ summary: '登记接收变化通知的网址；签名密钥只在回答中出现一次' })
  @ApiBody({ type: WebhookInput })
  @ApiResponse({ status: 201, type: NewWebhook })
  @ApiErrors(...REFUSALS, 'CONFLICT', ...BODY)
  async create(
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NewWebhook> {
    validateQuery(NoQuery, query);
    const { row, secret } = await this.webhooks.create(validate(WebhookInput, body), context);
    response.setHeader('Cache-Control', 'no-store');
    return { ...presentWebhook(row), secret };
  }

  @Get(':id')
  @ApiOperation({ summary: '一个变化通知：状态、送到哪里' })
  @ApiParam(ID)
  @ApiResponse({ status: 200, type: Webhook })
  @ApiErrors(...REFUSALS, 'NOT_FOUND')
  async get(@Param('id') id: string, @Query() query: unknown, @CurrentActor() actor: Actor): Promise<Webhook> {
    validateQuery(NoQuery, query);
    return presentWebhook(await this.webhooks.get(id, actor));
  }

  @Put(':id')
  @Idempotent()
  @ApiOperation({ summary: '修改网址和条件；密钥不变，从停下的地方接着送' })
  @ApiParam(ID)
  @ApiBody({ type: WebhookReplacement })
  @ApiResponse({ status: 200, type: Webhook })
  @ApiErrors(...REFUSALS, 'NOT_FOUND', ...BODY)
  async replace(
    @Param('id') id: string,
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
  ): Promise<Webhook> {
    validateQuery(NoQuery, query);
    return presentWebhook(await this.webhooks.replace(id, validate(WebhookReplacement, body), context));
  }

  @Delete(':id')
  @Idempotent()
  @HttpCode(204)
  @ApiOperation({ summary: '删除：不再发送' })
  @ApiParam(ID)
  @ApiResponse({ status: 204, description: '已删除' })
  @ApiErrors(...REFUSALS, 'NOT_FOUND')
  async remove(@Param('id') id: string, @Query() query: unknown, @CurrentContext() context: ActingContext): Promise<void> {
    validateQuery(NoQuery, query);
    await this.webhooks.remove(id, context);
  }

  @Post(':id/resumption')
  @Idempotent()
  @HttpCode(200)
  @ApiOperation({ summary: '恢复已暂停的，从停下的地方接着送；没有暂停的立即再送' })
  @ApiParam(ID)
  @ApiResponse({ status: 200, type: Webhook })
  @ApiErrors(...REFUSALS, 'NOT_FOUND')
  async resume(@Param('id') id: string, @Query() query: unknown, @CurrentContext() context: ActingContext): Promise<Webhook> {
    validateQuery(NoQuery, query);
    return presentWebhook(await this.webhooks.resume(id, context));
  }
}
