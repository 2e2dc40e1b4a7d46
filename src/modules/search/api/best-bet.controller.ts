import { Body, Controller, Delete, Get, HttpCode, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { type Actor, CurrentActor, Idempotent, Needs } from '../../identity/index.js';
import { NoQuery, validate, validateQuery } from '../../kernel/field/index.js';
import { ApiErrors, ApiQueryOf, requestIdOf } from '../../platform/http/index.js';
import { BestBetService } from '../preference/best-bet.service.js';
import { BestBet, BestBetInput, BestBetQuery, presentBestBet } from './best-bet.model.js';

/** Records that editors pin or bury for a query. */
@ApiTags('search')
@Controller('api/v1/best-bets')
@Needs('bestBet.write')
export class BestBetController {
  constructor(private readonly bestBets: BestBetService) {}

  @Get()
  @ApiOperation({ summary: '全部置顶与沉底设置' })
  @ApiResponse({ status: 200, type: BestBet, isArray: true })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN')
  async list(@Query() query: unknown): Promise<BestBet[]> {
    validateQuery(NoQuery, query);
    return (await this.bestBets.list()).map(presentBestBet);
  }

  @Put()
  @Idempotent()
  @HttpCode(204)
  @ApiOperation({ summary: '设置一个查询的置顶与沉底，替换原有设置' })
  @ApiBody({ type: BestBetInput })
  @ApiResponse({ status: 204, description: '已设置' })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED')
  async set(@Body() body: unknown, @Query() query: unknown, @CurrentActor() actor: Actor, @Req() request: Request): Promise<void> {
    validateQuery(NoQuery, query);
    await this.bestBets.set(validate(BestBetInput, body), actor, requestIdOf(request));
  }

  @Delete()
  @Idempotent()
  @HttpCode(204)
  @ApiOperation({ summary: '取消一个查询的置顶与沉底' })
  @ApiQueryOf(BestBetQuery)
  @ApiResponse({ status: 204, description: '已取消' })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'VALIDATION_FAILED')
  async remove(@Query() query: unknown, @CurrentActor() actor: Actor, @Req() request: Request): Promise<void> {
    await this.bestBets.remove(validateQuery(BestBetQuery, query).query, actor, requestIdOf(request));
  }
}
