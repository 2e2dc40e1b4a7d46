import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { NoQuery, validateQuery, Whole } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { answerCached, ApiErrors, ApiQueryOf } from '../../platform/http/index.js';
import { TableReader } from '../table/table-reader.js';
import { presentTable, presentVersion } from './present-table.js';
import { DataTableList, DataTableModel, TableVersionList } from './table.model.js';
import { Type } from 'class-transformer';
import { viewerOf } from './viewer.js';

/** Which version is meant. */
export class VersionQuery {
  @Type(() => Number)
  @Whole({ description: '版本；不写为最新一版', min: 1, optional: true })
  version?: number;
}

export const DATASET_PARAM = { name: 'identifier', type: String, description: '数据的标识符', example: 'lanchuan-ds-gjj-001' };
export const TABLE_PARAM = { name: 'table', type: String, description: '表名，见 tables', example: 'gong_ji_jin_dai_kuan' };
const SECONDS = 60;

/** What tables a dataset has, and what they are like. */
@ApiTags('tables')
@Open()
@Controller('api/v1/datasets/:identifier/tables')
export class TableController {
  constructor(private readonly tables: TableReader) {}

  @Get()
  @ApiOperation({ summary: '一份数据的各张表' })
  @ApiParam(DATASET_PARAM)
  @ApiResponse({ status: 200, type: DataTableList })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'GONE')
  async list(
    @Param('identifier') identifier: string,
    @Query() query: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DataTableList> {
    validateQuery(NoQuery, query);
    const tables = (await this.tables.list(identifier, viewerOf(request))).map(presentTable);
    return answerCached(response, { tables }, { seconds: SECONDS });
  }

  @Get(':table')
  @ApiOperation({ summary: '一张表：各列的名称、类型和统计' })
  @ApiParam(DATASET_PARAM)
  @ApiParam(TABLE_PARAM)
  @ApiQueryOf(VersionQuery)
  @ApiResponse({ status: 200, type: DataTableModel })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'GONE')
  async get(
    @Param('identifier') identifier: string,
    @Param('table') name: string,
    @Query() query: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DataTableModel> {
    const { version } = validateQuery(VersionQuery, query);
    return answerCached(response, presentTable(await this.tables.get(identifier, name, viewerOf(request), version)), { seconds: SECONDS });
  }

  @Get(':table/versions')
  @ApiOperation({ summary: '一张表的各版，最新的在前；每一版都可以查询' })
  @ApiParam(DATASET_PARAM)
  @ApiParam(TABLE_PARAM)
  @ApiResponse({ status: 200, type: TableVersionList })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'GONE')
  async versions(
    @Param('identifier') identifier: string,
    @Param('table') name: string,
    @Query() query: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TableVersionList> {
    validateQuery(NoQuery, query);
    const { versions } = await this.tables.versions(identifier, name, viewerOf(request));
    return answerCached(response, { versions: versions.map((version) => presentVersion(identifier, name, version)) }, { seconds: SECONDS });
  }
}
