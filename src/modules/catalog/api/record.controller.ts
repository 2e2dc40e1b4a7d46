import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Response } from 'express';
import { NoQuery, validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { ApiErrors, ApiQueryOf } from '../../platform/http/index.js';
import { RecordReader } from '../read/record-reader.js';
import { type AnyRecord, Dataset, Document } from '../record/record.model.js';
import { RecordListQuery } from './list.input.js';
import { AnyRecordPage, Relations } from './record-answers.js';
import { RecordApiService } from './record-api.service.js';

const IDENTIFIER = { name: 'identifier', description: '标识符', example: 'lc-gjj-0012' };

/** Records of any kind by REST. */
@ApiTags('records')
@Open()
@Controller('api/v1/records')
export class RecordController {
  constructor(
    private readonly records: RecordApiService,
    private readonly reader: RecordReader,
  ) {}

  @Get()
  @ApiOperation({ summary: '全部记录，按入库先后' })
  @ApiQueryOf(RecordListQuery)
  @ApiResponse({ status: 200, type: AnyRecordPage })
  @ApiErrors('BAD_REQUEST')
  list(@Query() query: unknown): Promise<AnyRecordPage> {
    return this.reader.list(validateQuery(RecordListQuery, query));
  }

  @Get(':identifier')
  @ApiOperation({ summary: '一条记录，不论种类' })
  @ApiParam(IDENTIFIER)
  @ApiResponse({ status: 200, schema: { oneOf: [{ $ref: getSchemaPath(Dataset) }, { $ref: getSchemaPath(Document) }] } })
  @ApiResponse({ status: 304, description: '与 If-None-Match 相同' })
  @ApiErrors('BAD_REQUEST', 'NOT_FOUND', 'GONE')
  get(
    @Param('identifier') identifier: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AnyRecord> {
    validateQuery(NoQuery, query);
    return this.records.read(identifier, undefined, response);
  }

  @Get(':identifier/relations')
  @ApiOperation({ summary: '与其他记录的关系，两个方向' })
  @ApiParam(IDENTIFIER)
  @ApiResponse({ status: 200, type: Relations })
  @ApiErrors('BAD_REQUEST', 'NOT_FOUND', 'GONE')
  async relations(@Param('identifier') identifier: string, @Query() query: unknown): Promise<Relations> {
    validateQuery(NoQuery, query);
    await this.reader.get(identifier);
    return { relations: (await this.reader.related([identifier])).get(identifier) ?? [] };
  }
}
