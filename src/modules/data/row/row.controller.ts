import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Open } from '../../platform/access/index.js';
import { ApiErrors, ApiQueryOf } from '../../platform/http/index.js';
import { DATASET_PARAM, TABLE_PARAM } from '../api/table.controller.js';
import { viewerOf } from '../api/viewer.js';
import { presentRows } from './present-rows.js';
import { whileWanted } from './while-wanted.js';
import { rowParameters } from './row-parameters.js';
import { RowReader } from './row-reader.js';
import { RowPageModel, RowQuery } from './row.model.js';

/** Rows of tables. */
@ApiTags('tables')
@Open()
@Controller('api/v1/datasets/:identifier/tables/:table/rows')
export class RowController {
  constructor(private readonly rows: RowReader) {}

  @Get()
  @ApiOperation({
    summary: '一张表的行：筛选、分组、汇总、排序、翻页',
    description:
      '除下列参数外，还可以按列筛选：`列名__比较=值`，比较为 eq、ne、lt、lte、gt、gte、in、contains、startsWith、isNull、between、near，前面加 not 为相反，如 `区县__in=海陵区,高港区`。',
  })
  @ApiParam(DATASET_PARAM)
  @ApiParam(TABLE_PARAM)
  @ApiQueryOf(RowQuery)
  @ApiResponse({ status: 200, type: RowPageModel })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'GONE', 'TOO_MANY_REQUESTS', 'UNAVAILABLE')
  async list(
    @Param('identifier') identifier: string,
    @Param('table') name: string,
    @Query() query: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RowPageModel> {
    const begun = performance.now();
    const page = await whileWanted(response, (signal) =>
      this.rows.page(identifier, name, rowParameters(query), viewerOf(request), { signal, response }),
    );
    response.setHeader('Cache-Control', 'public, max-age=30');
    return presentRows(page, begun);
  }
}
