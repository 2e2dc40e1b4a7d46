import { Body, Controller, Delete, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type ActingContext, CurrentContext, Idempotent, Needs } from '../../identity/index.js';
import { NoQuery, validate, validateQuery } from '../../kernel/field/index.js';
import { ApiErrors } from '../../platform/http/index.js';
import { presentTable } from '../api/present-table.js';
import { DATASET_PARAM, TABLE_PARAM } from '../api/table.controller.js';
import { DataTableModel } from '../api/table.model.js';
import { PushedRowsInput, PushedTableInput, PushOutcome } from './push.model.js';
import { RowPusher } from './row-pusher.js';
import { TableDefiner } from './table-definer.js';

const REFUSALS = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'GONE', 'CONFLICT', 'TOO_MANY_REQUESTS', 'UNAVAILABLE'] as const;
const BODY = ['BAD_REQUEST', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED'] as const;

/** Tables whose rows programs push. */
@ApiTags('tables')
@Needs('data.push')
@Controller('api/v1/datasets/:identifier/tables/:table')
export class PushController {
  constructor(
    private readonly definer: TableDefiner,
    private readonly pusher: RowPusher,
  ) {}

  @Put()
  @Idempotent()
  @ApiOperation({ summary: '定义一张由程序推送行的表，或为它加列、改标题' })
  @ApiParam(DATASET_PARAM)
  @ApiParam(TABLE_PARAM)
  @ApiBody({ type: PushedTableInput })
  @ApiResponse({ status: 200, type: DataTableModel })
  @ApiErrors(...BODY, ...REFUSALS)
  async define(
    @Param('identifier') identifier: string,
    @Param('table') name: string,
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
  ): Promise<DataTableModel> {
    validateQuery(NoQuery, query);
    return presentTable(await this.definer.define(identifier, name, validate(PushedTableInput, body), context));
  }

  @Post('rows')
  @HttpCode(200)
  @Idempotent()
  @ApiOperation({ summary: '推送行：追加、按 key 替换、全部替换、按 key 删去；全部写入，或什么都不写' })
  @ApiParam(DATASET_PARAM)
  @ApiParam(TABLE_PARAM)
  @ApiBody({ type: PushedRowsInput })
  @ApiResponse({ status: 200, type: PushOutcome })
  @ApiErrors(...BODY, ...REFUSALS)
  push(
    @Param('identifier') identifier: string,
    @Param('table') name: string,
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
  ): Promise<PushOutcome> {
    validateQuery(NoQuery, query);
    return this.pusher.push(identifier, name, validate(PushedRowsInput, body), context);
  }

  @Delete()
  @HttpCode(204)
  @Idempotent()
  @ApiOperation({ summary: '移除一张由程序推送行的表；以前的各版仍可查询' })
  @ApiParam(DATASET_PARAM)
  @ApiParam(TABLE_PARAM)
  @ApiResponse({ status: 204, description: '已移除' })
  @ApiErrors('BAD_REQUEST', ...REFUSALS)
  async remove(
    @Param('identifier') identifier: string,
    @Param('table') name: string,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
  ): Promise<void> {
    validateQuery(NoQuery, query);
    await this.definer.remove(identifier, name, context);
  }
}
