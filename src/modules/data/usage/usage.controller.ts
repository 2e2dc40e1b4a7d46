import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { answerCached, ApiErrors, ApiQueryOf } from '../../platform/http/index.js';
import { DATASET_PARAM } from '../api/table.controller.js';
import { developerOf } from '../api/viewer.js';
import { UsageDay, UsageQuery } from './usage.model.js';
import { UsageReader } from './usage-reader.js';

const SECONDS = 60;

/** How often data was used. */
@Open()
@Controller('api/v1')
export class UsageController {
  constructor(private readonly usage: UsageReader) {}

  @Get('datasets/:identifier/usage')
  @ApiTags('tables')
  @ApiOperation({ summary: '一份数据每天被使用的次数，按表分列；不含任何使用者的信息' })
  @ApiParam(DATASET_PARAM)
  @ApiQueryOf(UsageQuery)
  @ApiResponse({ status: 200, type: UsageDay, isArray: true })
  @ApiErrors('BAD_REQUEST', 'NOT_FOUND', 'GONE')
  async ofDataset(
    @Param('identifier') identifier: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UsageDay[]> {
    const days = await this.usage.ofDataset(identifier, validateQuery(UsageQuery, query));
    return answerCached(response, days, { seconds: SECONDS });
  }

  @Get('data-keys/current/usage')
  @ApiTags('data-keys')
  @ApiSecurity('apiKey')
  @ApiOperation({ summary: '所用的开发者密钥每天使用各表的次数' })
  @ApiQueryOf(UsageQuery)
  @ApiResponse({ status: 200, type: UsageDay, isArray: true })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED')
  ofKey(@Query() query: unknown, @Req() request: Request): Promise<UsageDay[]> {
    const range = validateQuery(UsageQuery, query);
    return this.usage.ofKey(developerOf(request), range);
  }
}
