import { Body, Controller, Delete, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Idempotent } from '../../identity/index.js';
import { NoQuery, validate, validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { Config } from '../../platform/config/index.js';
import { ApiErrors } from '../../platform/http/index.js';
import { addressOf, developerOf } from '../api/viewer.js';
import { DataKey, DataKeyInput, NewDataKey, presentDataKey } from './data-key.model.js';
import { DataKeys } from './data-key.service.js';

/** Developers' keys: anybody takes one, and whoever holds it sees it and gives it up. */
@ApiTags('data-keys')
@Open()
@Controller('api/v1/data-keys')
export class DataKeyController {
  constructor(
    private readonly keys: DataKeys,
    private readonly config: Config,
  ) {}

  @Post()
  @ApiOperation({ summary: '申请开发者密钥，当场得到；密钥只在回答中出现一次' })
  @ApiBody({ type: DataKeyInput })
  @ApiResponse({ status: 201, type: NewDataKey })
  @ApiErrors('BAD_REQUEST', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED', 'TOO_MANY_REQUESTS')
  async create(
    @Body() body: unknown,
    @Query() query: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<NewDataKey> {
    validateQuery(NoQuery, query);
    const { row, key } = await this.keys.issue(validate(DataKeyInput, body), addressOf(request));
    response.setHeader('Cache-Control', 'no-store');
    return { ...presentDataKey(row, this.config.dataKeyUnits), key };
  }

  @Get('current')
  @ApiSecurity('apiKey')
  @ApiOperation({ summary: '所用的开发者密钥：额度' })
  @ApiResponse({ status: 200, type: DataKey })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED')
  async current(@Query() query: unknown, @Req() request: Request): Promise<DataKey> {
    validateQuery(NoQuery, query);
    return presentDataKey(await this.keys.get(developerOf(request).id), this.config.dataKeyUnits);
  }

  @Delete('current')
  @Idempotent()
  @HttpCode(204)
  @ApiSecurity('apiKey')
  @ApiOperation({ summary: '交回所用的开发者密钥；它的申请和授权一并作废' })
  @ApiResponse({ status: 204, description: '已作废' })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED')
  async revoke(@Query() query: unknown, @Req() request: Request): Promise<void> {
    validateQuery(NoQuery, query);
    await this.keys.revoke(developerOf(request).id);
  }
}
