import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { type ActingContext, type Actor, CurrentActor, CurrentContext, Idempotent, Needs } from '../../identity/index.js';
import { NoQuery, validate, validateQuery } from '../../kernel/field/index.js';
import { Config } from '../../platform/config/index.js';
import { FileStore, sendFile, servedType } from '../../platform/file/index.js';
import { ApiErrors, ApiQueryOf } from '../../platform/http/index.js';
import { AttachmentFetcher } from './attachment-fetcher.js';
import { Attachment, FetchInput, UploadQuery } from './attachment.model.js';
import { AttachmentService } from './attachment.service.js';
import { tooLarge } from './limited-stream.js';
import { drain, readUpload } from './upload-body.js';

const SHA256 = {
  name: 'sha256',
  description: '文件的 SHA-256',
  example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
};
const BINARY = { schema: { type: 'string', format: 'binary' } };

/** Files on their way into submissions. */
@ApiTags('files')
@Controller('api/v1/files')
export class AttachmentController {
  constructor(
    private readonly attachments: AttachmentService,
    private readonly fetcher: AttachmentFetcher,
    private readonly store: FileStore,
    private readonly config: Config,
  ) {}

  @Post()
  @Needs('file.upload')
  @ApiOperation({
    summary: '上传附件',
    description: '以表单的字段 file 上传（department 须在它之前），或以 application/octet-stream 为请求体并在网址中写 name。',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { department: { type: 'string', description: '以哪个部门的名义' }, file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiQueryOf(UploadQuery)
  @ApiResponse({ status: 201, type: Attachment })
  @ApiErrors(
    'BAD_REQUEST',
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'NOT_FOUND',
    'PAYLOAD_TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE',
    'VALIDATION_FAILED',
    'UNAVAILABLE',
  )
  async upload(@Query() query: unknown, @CurrentContext() context: ActingContext, @Req() request: Request): Promise<Attachment> {
    try {
      const given = validateQuery(UploadQuery, query);
      if (Number(request.headers['content-length'] ?? 0) > (this.config.maxUploadMb + 1) * 1024 * 1024)
        throw tooLarge(this.config.maxUploadMb);
      const { content, ...named } = await readUpload(request, given, this.config.uploadIdleSeconds);
      return await this.attachments.receive(content, named, context);
    } catch (error) {
      await drain(request);
      throw error;
    }
  }

  @Post('fetched')
  @Idempotent()
  @Needs('file.upload')
  @ApiOperation({ summary: '从网址取一个文件，同上传一样检查' })
  @ApiBody({ type: FetchInput })
  @ApiResponse({ status: 201, type: Attachment })
  @ApiErrors(
    'BAD_REQUEST',
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'NOT_FOUND',
    'PAYLOAD_TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE',
    'VALIDATION_FAILED',
    'UNAVAILABLE',
  )
  fetch(@Body() body: unknown, @Query() query: unknown, @CurrentContext() context: ActingContext): Promise<Attachment> {
    validateQuery(NoQuery, query);
    return this.fetcher.fetch(validate(FetchInput, body), context);
  }

  @Get(':sha256')
  @Needs('submission.read')
  @ApiOperation({ summary: '本部门上传的一个文件：是什么、扫描和文字的情况' })
  @ApiParam(SHA256)
  @ApiResponse({ status: 200, type: Attachment })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND')
  async describe(@Param('sha256') sha256: string, @Query() query: unknown, @CurrentActor() actor: Actor): Promise<Attachment> {
    validateQuery(NoQuery, query);
    return this.attachments.get(sha256, actor);
  }

  @Get(':sha256/content')
  @Needs('submission.read')
  @ApiOperation({ summary: '本部门上传的文件的内容，发布之前供审查；支持断点续传（Range）' })
  @ApiParam(SHA256)
  @ApiResponse({ status: 200, description: '文件内容', content: { 'application/octet-stream': BINARY } })
  @ApiResponse({ status: 206, description: '所要的一段', content: { 'application/octet-stream': BINARY } })
  @ApiResponse({ status: 304, description: '与 If-None-Match 相同' })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'RANGE_NOT_SATISFIABLE', 'UNAVAILABLE')
  async content(
    @Param('sha256') sha256: string,
    @Query() query: unknown,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    validateQuery(NoQuery, query);
    const { byteSize, name, format } = await this.attachments.get(sha256, actor);
    await sendFile(response, this.store, { sha256, byteSize, name, mediaType: servedType(format), cache: 'private' });
  }
}
