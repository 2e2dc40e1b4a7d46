import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { answerCached, ApiErrors, ApiQueryOf } from '../../platform/http/index.js';
import { DATASET_PARAM } from '../api/table.controller.js';
import { UsageDay, UsageQuery } from './usage.model.js';
import { UsageReader } from './usage-reader.js';

const SECONDS = 60;

/** How often data was used. */
@ApiTags('tables')
@Open()
@Controller('api/v1/datasets/:identifier/usage')
export class UsageController {
  constructor(private readonly usage: UsageReader) {}

  @Get()
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
}
