import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { type Actor, CurrentActor, Idempotent, Needs } from '../../identity/index.js';
import { NoQuery, validate, validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { ApiErrors, ApiQueryOf, etagOf, IF_MATCH, revisionOfIfMatch } from '../../platform/http/index.js';
import { RecordReader } from '../read/record-reader.js';
import type { RecordKind } from '../record/record.entity.js';
import type { AnyRecord } from '../record/record.model.js';
import type { Draft } from '../write/draft.js';
import { type AnyRecordPage, Revisions, WriteResult } from './record-answers.js';
import { ListQuery, WithdrawQuery } from './list.input.js';
import { contextOf } from './write-context.js';
import { RecordApiService } from './record-api.service.js';

type Class<T> = new () => T;

/** What tells the REST interface of one kind from that of another. */
export interface KindOfRecord {
  kind: RecordKind;
  /** Name of the class, of which the operation ids are made. */
  name: string;
  /** What a person calls one of it. */
  label: string;
  /** An identifier for the documentation. */
  example: string;
  model: Class<AnyRecord>;
  input: Class<Draft['input']>;
  page: Class<unknown>;
}

/** The controller of a kind: list, read, history, create, replace, withdraw. */
export function recordController({ kind, name, label, example, model, input, page }: KindOfRecord) {
  const address = `api/v1/${kind}s`;
  const identifierParameter = { name: 'identifier', description: '标识符', example };
  const draftOf = (body: unknown) => ({ kind, input: validate<Draft['input']>(input, body) }) as Draft;

  @ApiTags(`${kind}s`)
  @Open()
  @Controller(address)
  class KindController {
    constructor(
      private readonly records: RecordApiService,
      private readonly reader: RecordReader,
    ) {}

    @Get()
    @ApiOperation({ summary: `${label}列表，按入库先后` })
    @ApiQueryOf(ListQuery)
    @ApiResponse({ status: 200, type: page })
    @ApiErrors('BAD_REQUEST')
    list(@Query() query: unknown): Promise<AnyRecordPage> {
      return this.reader.list({ ...validateQuery(ListQuery, query), kind });
    }

    @Get(':identifier')
    @ApiOperation({ summary: `一份${label}的全部元数据` })
    @ApiParam(identifierParameter)
    @ApiResponse({ status: 200, type: model, headers: { ETag: { schema: { type: 'string' }, description: '修订的实体标签' } } })
    @ApiResponse({ status: 304, description: '与 If-None-Match 相同' })
    @ApiErrors('BAD_REQUEST', 'NOT_FOUND', 'GONE')
    get(
      @Param('identifier') identifier: string,
      @Query() query: unknown,
      @Res({ passthrough: true }) response: Response,
    ): Promise<AnyRecord> {
      validateQuery(NoQuery, query);
      return this.records.read(identifier, kind, response);
    }

    @Get(':identifier/revisions')
    @ApiOperation({ summary: '修订历史，新的在前' })
    @ApiParam(identifierParameter)
    @ApiResponse({ status: 200, type: Revisions })
    @ApiErrors('BAD_REQUEST', 'NOT_FOUND')
    revisions(@Param('identifier') identifier: string, @Query() query: unknown): Promise<Revisions> {
      validateQuery(NoQuery, query);
      return this.records.revisions(identifier);
    }

    @Post()
    @Idempotent()
    @Needs('record.publishDirectly')
    @ApiOperation({ summary: `新增${label}` })
    @ApiBody({ type: input })
    @ApiResponse({ status: 201, type: WriteResult })
    @ApiErrors(
      'BAD_REQUEST',
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'CONFLICT',
      'GONE',
      'PAYLOAD_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'VALIDATION_FAILED',
    )
    async create(
      @Body() body: unknown,
      @Query() query: unknown,
      @CurrentActor() actor: Actor,
      @Req() request: Request,
      @Res({ passthrough: true }) response: Response,
    ): Promise<WriteResult> {
      validateQuery(NoQuery, query);
      const result = await this.records.create(draftOf(body), contextOf(actor, request));
      response.setHeader('Location', `/${address}/${encodeURIComponent(result.identifier)}`);
      response.setHeader('ETag', etagOf(result.revision));
      return result;
    }

    @Put(':identifier')
    @Idempotent()
    @Needs('record.publishDirectly')
    @ApiOperation({ summary: `以新内容替换${label}` })
    @ApiParam(identifierParameter)
    @ApiHeader(IF_MATCH)
    @ApiBody({ type: input })
    @ApiResponse({ status: 200, type: WriteResult })
    @ApiErrors(
      'BAD_REQUEST',
      'UNAUTHENTICATED',
      'FORBIDDEN',
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
      const result = await this.records.replace(draftOf(body), identifier, revisionOfIfMatch(ifMatch), contextOf(actor, request));
      response.setHeader('ETag', etagOf(result.revision));
      return result;
    }

    @Delete(':identifier')
    @Idempotent()
    @Needs('record.publishDirectly')
    @HttpCode(204)
    @ApiOperation({ summary: `撤回${label}：页面留下原因和日期，标识符不再使用` })
    @ApiParam(identifierParameter)
    @ApiHeader(IF_MATCH)
    @ApiQueryOf(WithdrawQuery)
    @ApiResponse({ status: 204, description: '已撤回' })
    @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'GONE', 'PRECONDITION_FAILED', 'PRECONDITION_REQUIRED')
    withdraw(
      @Param('identifier') identifier: string,
      @Headers('if-match') ifMatch: string | undefined,
      @Query() query: unknown,
      @CurrentActor() actor: Actor,
      @Req() request: Request,
    ): Promise<void> {
      const { reason } = validateQuery(WithdrawQuery, query);
      return this.records.withdraw(identifier, revisionOfIfMatch(ifMatch), reason, contextOf(actor, request), kind);
    }
  }
  Object.defineProperty(KindController, 'name', { value: name });
  return KindController;
}
