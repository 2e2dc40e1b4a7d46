import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { answerCached, ApiErrors, ApiQueryOf, PublicAddress } from '../../platform/http/index.js';
import { tableApiUrl, tablePageUrl } from '../api/present-table.js';
import { DATASET_PARAM, TABLE_PARAM, VersionQuery } from '../api/table.controller.js';
import { viewerOf } from '../api/viewer.js';
import { type ReadableTable, TableReader } from '../table/table-reader.js';
import { csvMetadataOf } from './csv-metadata.js';
import { dataPackageOf } from './data-package.js';
import { tableOpenApi } from './table-openapi.js';

const SECONDS = 300;
const DOCUMENT = { status: 200, content: { 'application/json': { schema: { type: 'object' as const, additionalProperties: true } } } };

/** What a table says of itself to tools. */
@ApiTags('tables')
@Open()
@Controller('api/v1/datasets/:identifier/tables/:table')
export class DescriptionController {
  constructor(
    private readonly tables: TableReader,
    private readonly address: PublicAddress,
  ) {}

  @Get('openapi.json')
  @ApiOperation({ summary: '这张表的 OpenAPI 说明：真实的列名和示例' })
  @ApiParam(DATASET_PARAM)
  @ApiParam(TABLE_PARAM)
  @ApiQueryOf(VersionQuery)
  @ApiResponse({ ...DOCUMENT, description: 'OpenAPI 3.1' })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'GONE')
  openApi(
    @Param() params: Params,
    @Query() query: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    return this.answer(params, query, request, response, (table) => tableOpenApi(table, this.address.url));
  }

  @Get('datapackage.json')
  @ApiOperation({ summary: '这张表的 Frictionless Data Package' })
  @ApiParam(DATASET_PARAM)
  @ApiParam(TABLE_PARAM)
  @ApiQueryOf(VersionQuery)
  @ApiResponse({ ...DOCUMENT, description: 'Data Package' })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'GONE')
  dataPackage(
    @Param() params: Params,
    @Query() query: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    return this.answer(params, query, request, response, (table) => dataPackageOf(table, this.addressesOf(table)));
  }

  @Get('csv-metadata.json')
  @ApiOperation({ summary: '这张表的 CSV on the Web 说明' })
  @ApiParam(DATASET_PARAM)
  @ApiParam(TABLE_PARAM)
  @ApiQueryOf(VersionQuery)
  @ApiResponse({ ...DOCUMENT, description: 'CSVW' })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'GONE')
  csvMetadata(
    @Param() params: Params,
    @Query() query: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<object> {
    return this.answer(params, query, request, response, (table) => csvMetadataOf(table, this.addressesOf(table)));
  }

  private async answer(
    { identifier, table: name }: Params,
    query: unknown,
    request: Request,
    response: Response,
    describe: (table: ReadableTable) => object,
  ): Promise<object> {
    const { version } = validateQuery(VersionQuery, query);
    return answerCached(response, describe(await this.tables.get(identifier, name, viewerOf(request), version)), { seconds: SECONDS });
  }

  private addressesOf({ record: { identifier }, table: { name }, version: { number } }: ReadableTable): { csv: string; page: string } {
    return {
      csv: `${this.address.url}${tableApiUrl(identifier, name)}/exports/csv?version=${number}&bom=false`,
      page: `${this.address.url}${tablePageUrl(identifier, name)}`,
    };
  }
}

/** Parts of the address. */
interface Params {
  identifier: string;
  table: string;
}
