import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { AppError } from '../../kernel/app-error.js';
import { NoQuery, validateQuery } from '../../kernel/field/index.js';
import { FileStore } from '../../platform/file/index.js';
import { Open } from '../../platform/access/index.js';
import { ApiErrors } from '../../platform/http/index.js';
import type { AnyRecord } from '../record/record.model.js';
import { RecordReader } from '../read/record-reader.js';
import type { ResourceFields } from '../record/resource-fields.js';

/** Without a character set, since departments send several; anything a browser might run as a page of this site is plain bytes. */
const TYPES: Record<string, string> = {
  csv: 'text/csv',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** Files of published records, for downloading. */
@ApiTags('records')
@Open()
@Controller('api/v1/records/:identifier/resources')
export class ResourceController {
  constructor(
    private readonly reader: RecordReader,
    private readonly files: FileStore,
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
  @ApiErrors('BAD_REQUEST', 'NOT_FOUND', 'GONE', 'RANGE_NOT_SATISFIABLE')
  async download(
    @Param('identifier') identifier: string,
    @Param('index') index: string,
    @Param('name') name: string,
    @Query() query: unknown,
    @Res() response: Response,
  ): Promise<void> {
    validateQuery(NoQuery, query);
    const resource = /^\d{1,4}$/.test(index) ? resourcesOf(await this.reader.get(identifier))[Number(index)] : undefined;
    const own = resource?.path?.split(/[\\/]/).at(-1);
    if (!resource?.sha256 || own !== name || (await this.files.size(resource.sha256)) === undefined) {
      throw new AppError('NOT_FOUND', `“${identifier}”没有第 ${index} 个文件“${name}”，请从记录页面下载。`, {
        english: 'The record has no such file.',
      });
    }
    response.attachment(name);
    response.setHeader('Content-Type', TYPES[resource.format?.toLowerCase() ?? ''] ?? 'application/octet-stream');
    response.setHeader('ETag', `"${resource.sha256}"`);
    // Compressing on the way would break ranges and the size that a browser shows.
    response.setHeader('Cache-Control', 'public, no-cache, no-transform');
    await sent(response, this.files.pathOf(resource.sha256));
  }
}

/** Streams a file; a reader who goes away is no error. */
function sent(response: Response, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { etag: false, lastModified: false, cacheControl: false, dotfiles: 'allow' as const };
    response.sendFile(file, options, (error?: Error & { code?: string }) => {
      if (error && error.code !== 'ECONNABORTED' && error.code !== 'EPIPE') reject(error);
      else resolve();
    });
  });
}

function resourcesOf(record: AnyRecord): ResourceFields[] {
  return record.kind === 'dataset' ? record.resources : record.attachments;
}
