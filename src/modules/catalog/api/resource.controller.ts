import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AppError } from '../../kernel/app-error.js';
import { NoQuery, validateQuery } from '../../kernel/field/index.js';
import { FileStore, sendFile, servedType } from '../../platform/file/index.js';
import { Open } from '../../platform/access/index.js';
import { ApiErrors } from '../../platform/http/index.js';
import type { AnyRecord } from '../record/record.model.js';
import { FileGrants } from '../attachment/file-grants.js';
import { RecordReader } from '../read/record-reader.js';
import type { ResourceFields } from '../record/resource-fields.js';

/** Files of published records, for downloading. */
@ApiTags('records')
@Open()
@Controller('api/v1/records/:identifier/resources')
export class ResourceController {
  constructor(
    private readonly reader: RecordReader,
    private readonly files: FileStore,
    private readonly grants: FileGrants,
  ) {}

  @Get(':index/:name')
  @ApiOperation({ summary: '下载一个文件；支持断点续传（Range）' })
  @ApiParam({ name: 'identifier', description: '标识符', example: 'lanchuan-ds-sfb-001' })
  @ApiParam({ name: 'index', description: '第几个下载项，从 0 起', example: '0' })
  @ApiParam({ name: 'name', description: '文件名', example: 'air-daily.csv' })
  @ApiResponse({
    status: 200,
    description: '文件内容',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiResponse({
    status: 206,
    description: '所要的一段',
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiResponse({ status: 304, description: '与 If-None-Match 相同' })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'GONE', 'RANGE_NOT_SATISFIABLE', 'UNAVAILABLE')
  async download(
    @Param('identifier') identifier: string,
    @Param('index') index: string,
    @Param('name') name: string,
    @Query() query: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    validateQuery(NoQuery, query);
    const record = await this.reader.get(identifier);
    const resource = /^\d{1,4}$/.test(index) ? resourcesOf(record)[Number(index)] : undefined;
    const own = resource?.path?.split(/[\\/]/).at(-1);
    const byteSize = resource?.sha256 && own === name ? await this.files.size(resource.sha256) : undefined;
    if (!resource?.sha256 || byteSize === undefined) {
      throw new AppError('NOT_FOUND', `“${identifier}”没有第 ${index} 个文件“${name}”，请从记录页面下载。`, {
        english: 'The record has no such file.',
      });
    }
    if (!(await this.reader.hasOpenFiles(identifier)) && !(await this.grants.allow(identifier, request)))
      throw new AppError(
        'FORBIDDEN',
        `“${record.title}”不是无条件开放的数据，文件不对所有人提供；有条件开放的，请先申请，批准后带上密钥下载。`,
        {
          english: 'This data is not open to everybody; where it is open on conditions, apply for it, then send your key.',
        },
      );
    await sendFile(response, this.files, {
      sha256: resource.sha256,
      byteSize,
      name,
      mediaType: servedType(resource.format),
      cache: 'public',
    });
  }
}

function resourcesOf(record: AnyRecord): ResourceFields[] {
  return record.kind === 'dataset' ? record.resources : record.attachments;
}
