import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { type Actor, ApiKeyGuard, CurrentActor } from '../../identity/index.js';
import { NoQuery, validate, validateQuery } from '../../kernel/field/index.js';
import { ApiErrors, ApiQueryOf, etagOf, revisionOfIfMatch } from '../../platform/http/index.js';
import { RecordReader } from '../read/record-reader.js';
import { Dataset } from '../record/record.model.js';
import { DatasetInput } from '../record/record.input.js';
import { DatasetPage, Revisions, WriteResult } from './record-answers.js';
import { ListQuery, WithdrawQuery } from './list.input.js';
import { contextOf } from './write-context.js';
import { RecordApiService } from './record-api.service.js';

const IDENTIFIER = { name: 'identifier', description: '标识符', example: 'lc-gjj-0012' };
const IF_MATCH = { name: 'If-Match', description: '读取时得到的 ETag', required: true, example: '"r3"' };

/** Datasets by REST. */
@ApiTags('datasets')
@Controller('api/v1/datasets')
export class DatasetController {
  constructor(
    private readonly records: RecordApiService,
    private readonly reader: RecordReader,
  ) {}

  @Get()
  @ApiOperation({ summary: '数据资源列表，按入库先后' })
  @ApiQueryOf(ListQuery)
  @ApiResponse({ status: 200, type: DatasetPage })
  @ApiErrors('BAD_REQUEST')
  list(@Query() query: unknown): Promise<DatasetPage> {
    return this.reader.list({ ...validateQuery(ListQuery, query), kind: 'dataset' }) as Promise<DatasetPage>;
  }

  @Get(':identifier')
  @ApiOperation({ summary: '一份数据资源的全部元数据' })
  @ApiParam(IDENTIFIER)
  @ApiResponse({ status: 200, type: Dataset, headers: { ETag: { schema: { type: 'string' }, description: '修订的实体标签' } } })
  @ApiResponse({ status: 304, description: '与 If-None-Match 相同' })
  @ApiErrors('BAD_REQUEST', 'NOT_FOUND', 'GONE')
  get(@Param('identifier') identifier: string, @Query() query: unknown, @Res({ passthrough: true }) response: Response): Promise<Dataset> {
    validateQuery(NoQuery, query);
    return this.records.read<Dataset>(identifier, 'dataset', response);
  }

  @Get(':identifier/revisions')
  @ApiOperation({ summary: '修订历史，新的在前' })
  @ApiParam(IDENTIFIER)
  @ApiResponse({ status: 200, type: Revisions })
  @ApiErrors('BAD_REQUEST', 'NOT_FOUND')
  revisions(@Param('identifier') identifier: string, @Query() query: unknown): Promise<Revisions> {
    validateQuery(NoQuery, query);
    return this.records.revisions(identifier);
  }

  @Post()
  @UseGuards(ApiKeyGuard)
  @ApiSecurity('apiKey')
  @ApiOperation({ summary: '新增数据资源' })
  @ApiBody({ type: DatasetInput })
  @ApiResponse({ status: 201, type: WriteResult })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'CONFLICT', 'GONE', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED')
  async create(
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<WriteResult> {
    validateQuery(NoQuery, query);
    const result = await this.records.create({ kind: 'dataset', input: validate(DatasetInput, body) }, contextOf(actor, request));
    response.setHeader('Location', `/api/v1/datasets/${encodeURIComponent(result.identifier)}`);
    response.setHeader('ETag', etagOf(result.revision));
    return result;
  }

  @Put(':identifier')
  @UseGuards(ApiKeyGuard)
  @ApiSecurity('apiKey')
  @ApiOperation({ summary: '以新内容替换数据资源' })
  @ApiParam(IDENTIFIER)
  @ApiHeader(IF_MATCH)
  @ApiBody({ type: DatasetInput })
  @ApiResponse({ status: 200, type: WriteResult })
  @ApiErrors(
    'BAD_REQUEST',
    'UNAUTHENTICATED',
    'NOT_FOUND',
    'CONFLICT',
    'GONE',
    'PRECONDITION_FAILED',
    'PAYLOAD_TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE',
    'VALIDATION_FAILED',
    'PRECONDITION_REQUIRED',
  )
  async replace(
    @Param('identifier') identifier: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<WriteResult> {
    validateQuery(NoQuery, query);
    const result = await this.records.replace(
      { kind: 'dataset', input: validate(DatasetInput, body) },
      identifier,
      revisionOfIfMatch(ifMatch),
      contextOf(actor, request),
    );
    response.setHeader('ETag', etagOf(result.revision));
    return result;
  }

  @Delete(':identifier')
  @UseGuards(ApiKeyGuard)
  @HttpCode(204)
  @ApiSecurity('apiKey')
  @ApiOperation({ summary: '撤回数据资源：页面留下原因和日期，标识符不再使用' })
  @ApiParam(IDENTIFIER)
  @ApiHeader(IF_MATCH)
  @ApiQueryOf(WithdrawQuery)
  @ApiResponse({ status: 204, description: '已撤回' })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'NOT_FOUND', 'GONE', 'PRECONDITION_FAILED', 'PRECONDITION_REQUIRED')
  withdraw(
    @Param('identifier') identifier: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Query() query: unknown,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
  ): Promise<void> {
    const { reason } = validateQuery(WithdrawQuery, query);
    return this.records.withdraw(identifier, revisionOfIfMatch(ifMatch), reason, contextOf(actor, request), 'dataset');
  }
}
