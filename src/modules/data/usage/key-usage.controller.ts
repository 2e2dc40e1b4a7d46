import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { ApiErrors, ApiQueryOf } from '../../platform/http/index.js';
import { developerOf } from '../api/viewer.js';
import { UsageDay, UsageQuery } from './usage.model.js';
import { UsageReader } from './usage-reader.js';

/** How often a developer's key was used, for whoever holds it. */
@ApiTags('data-keys')
@Open()
@Controller('api/v1/data-keys/current/usage')
export class KeyUsageController {
  constructor(private readonly usage: UsageReader) {}

  @Get()
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
