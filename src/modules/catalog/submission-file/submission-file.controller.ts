import { Controller, Delete, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { type ActingContext, type Actor, CurrentActor, CurrentContext, Idempotent, Needs } from '../../identity/index.js';
import { Clock } from '../../kernel/clock.js';
import { NoQuery, validateQuery } from '../../kernel/field/index.js';
import { ApiErrors, etagOf, IF_MATCH, revisionOfIfMatch } from '../../platform/http/index.js';
import { CurrentCalendar } from '../calendar/current-calendar.js';
import { presentSubmission } from '../workflow/present-submission.js';
import { Submission } from '../workflow/submission.model.js';
import { SubmissionFile } from './submission-file.model.js';
import { SubmissionFileService } from './submission-file.service.js';

const ID = { name: 'id', description: '稿件编号', example: '5f0c6a52-0f3c-4f0e-9a57-0f6f4b1f1c11' };
const SHA256 = {
  name: 'sha256',
  description: '文件的 SHA-256',
  example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
};

/** Files of submissions: what each is, and taking one out again. */
@ApiTags('submissions')
@Controller('api/v1/submissions/:id/files')
export class SubmissionFileController {
  constructor(
    private readonly files: SubmissionFileService,
    private readonly calendars: CurrentCalendar,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Needs('submission.read')
  @ApiOperation({ summary: '稿件的文件：附件，或数据的下载文件，连同扫描、文字和检查的情况' })
  @ApiParam(ID)
  @ApiResponse({ status: 200, type: SubmissionFile, isArray: true })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND')
  async list(@Param('id') id: string, @Query() query: unknown, @CurrentActor() actor: Actor): Promise<SubmissionFile[]> {
    validateQuery(NoQuery, query);
    return this.files.list(id, actor);
  }

  @Delete(':sha256')
  @Idempotent()
  @Needs('submission.write')
  @ApiOperation({ summary: '从草稿中移除一个文件；已上传的文件本身保留' })
  @ApiParam(ID)
  @ApiParam(SHA256)
  @ApiHeader(IF_MATCH)
  @ApiResponse({ status: 200, type: Submission })
  @ApiErrors(
    'BAD_REQUEST',
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'NOT_FOUND',
    'CONFLICT',
    'PRECONDITION_FAILED',
    'PRECONDITION_REQUIRED',
    'VALIDATION_FAILED',
  )
  async detach(
    @Param('id') id: string,
    @Param('sha256') sha256: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Submission> {
    validateQuery(NoQuery, query);
    const row = await this.files.detach(id, revisionOfIfMatch(ifMatch), sha256, context);
    response.setHeader('ETag', etagOf(row.version));
    return presentSubmission(row, [], this.clock.today(), this.calendars.calendar);
  }
}
