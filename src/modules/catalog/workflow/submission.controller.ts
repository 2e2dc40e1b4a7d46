import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { type ActingContext, type Actor, CurrentActor, CurrentContext, Idempotent, Needs } from '../../identity/index.js';
import { Clock } from '../../kernel/clock.js';
import { NoQuery, validate, validateQuery } from '../../kernel/field/index.js';
import { ApiErrors, ApiQueryOf, etagOf, IF_MATCH, revisionOfIfMatch } from '../../platform/http/index.js';
import { CurrentCalendar } from '../calendar/current-calendar.js';
import { draftIn } from './draft-in.js';
import { presentSubmission } from './present-submission.js';
import type { SubmissionRow } from './submission.entity.js';
import {
  ApprovalInput,
  ReviewInput,
  Submission,
  SubmissionInput,
  SubmissionQuery,
  SubmissionWithContent,
  SubmitInput,
  WithdrawalInput,
} from './submission.model.js';
import { WorkflowService } from './workflow.service.js';

const ID = { name: 'id', description: '稿件编号', example: '5f0c6a52-0f3c-4f0e-9a57-0f6f4b1f1c11' };
const READ = ['BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN'] as const;
const WRITE = [...READ, 'NOT_FOUND', 'CONFLICT', 'GONE', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED'] as const;
const STEP = [...WRITE, 'PRECONDITION_FAILED', 'PRECONDITION_REQUIRED'] as const;

/** Submissions: what departments write, review and sign before it is published. */
@ApiTags('submissions')
@Controller('api/v1/submissions')
export class SubmissionController {
  constructor(
    private readonly workflow: WorkflowService,
    private readonly calendars: CurrentCalendar,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Needs('submission.read')
  @ApiOperation({ summary: '本部门的稿件，新近办理的在前' })
  @ApiQueryOf(SubmissionQuery)
  @ApiResponse({ status: 200, type: Submission, isArray: true })
  @ApiErrors(...READ)
  async list(@Query() query: unknown, @CurrentActor() actor: Actor): Promise<Submission[]> {
    const { state, ...filter } = validateQuery(SubmissionQuery, query);
    const rows = await this.workflow.list({ ...filter, states: state ? [state] : undefined }, actor);
    return rows.map((row) => presentSubmission(row, [], this.clock.today(), this.calendars.calendar));
  }

  @Post()
  @Idempotent()
  @Needs('submission.write')
  @ApiOperation({ summary: '起草：新的记录，或对已发布记录的修改' })
  @ApiBody({ type: SubmissionInput })
  @ApiResponse({ status: 201, type: Submission })
  @ApiErrors(...WRITE)
  async create(
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Submission> {
    validateQuery(NoQuery, query);
    const input = validate(SubmissionInput, body);
    return this.answer(await this.workflow.create(draftIn(input), input, context), response);
  }

  @Post('withdrawals')
  @Idempotent()
  @Needs('submission.write')
  @ApiOperation({ summary: '提出撤回一条已发布的记录，经审查和签发后生效' })
  @ApiBody({ type: WithdrawalInput })
  @ApiResponse({ status: 201, type: Submission })
  @ApiErrors(...WRITE)
  async withdraw(
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Submission> {
    validateQuery(NoQuery, query);
    const { identifier, reason } = validate(WithdrawalInput, body);
    return this.answer(await this.workflow.proposeWithdrawal(identifier, reason, context), response);
  }

  @Get(':id')
  @Needs('submission.read')
  @ApiOperation({ summary: '一份稿件，连同内容和办理过程' })
  @ApiParam(ID)
  @ApiResponse({ status: 200, type: SubmissionWithContent })
  @ApiErrors(...READ, 'NOT_FOUND')
  async get(
    @Param('id') id: string,
    @Query() query: unknown,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SubmissionWithContent> {
    validateQuery(NoQuery, query);
    const row = await this.workflow.get(id, actor);
    const shown = presentSubmission(row, await this.workflow.steps(id), this.clock.today(), this.calendars.calendar);
    response.setHeader('ETag', etagOf(row.version));
    response.setHeader('Cache-Control', 'private, no-cache');
    return { ...shown, content: row.content };
  }

  @Put(':id')
  @Idempotent()
  @Needs('submission.write')
  @ApiOperation({ summary: '修改草稿' })
  @ApiParam(ID)
  @ApiHeader(IF_MATCH)
  @ApiBody({ type: SubmissionInput })
  @ApiResponse({ status: 200, type: Submission })
  @ApiErrors(...STEP)
  async save(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Submission> {
    validateQuery(NoQuery, query);
    const input = validate(SubmissionInput, body);
    return this.answer(await this.workflow.save(id, revisionOfIfMatch(ifMatch), draftIn(input), input.formedOn ?? null, context), response);
  }

  @Post(':id/submission')
  @HttpCode(200)
  @Idempotent()
  @Needs('submission.write')
  @ApiOperation({ summary: '提交保密审查；先经发布前检查' })
  @ApiParam(ID)
  @ApiHeader(IF_MATCH)
  @ApiBody({ type: SubmitInput })
  @ApiResponse({ status: 200, type: Submission })
  @ApiErrors(...STEP)
  async submit(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Submission> {
    validateQuery(NoQuery, query);
    const { wordToReviewer } = validate(SubmitInput, body ?? {});
    return this.answer(await this.workflow.submit(id, revisionOfIfMatch(ifMatch), wordToReviewer ?? null, context), response);
  }

  @Post(':id/review')
  @HttpCode(200)
  @Idempotent()
  @Needs('submission.review')
  @ApiOperation({ summary: '保密审查：通过或退回' })
  @ApiParam(ID)
  @ApiHeader(IF_MATCH)
  @ApiBody({ type: ReviewInput })
  @ApiResponse({ status: 200, type: Submission })
  @ApiErrors(...STEP)
  async review(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Submission> {
    validateQuery(NoQuery, query);
    const { decision, ...words } = validate(ReviewInput, body);
    return this.answer(await this.workflow.review(id, revisionOfIfMatch(ifMatch), decision === 'pass', words, context), response);
  }

  @Post(':id/approval')
  @HttpCode(200)
  @Idempotent()
  @Needs('submission.approve')
  @ApiOperation({ summary: '签发：立刻或定时发布，或退回' })
  @ApiParam(ID)
  @ApiHeader(IF_MATCH)
  @ApiBody({ type: ApprovalInput })
  @ApiResponse({ status: 200, type: Submission })
  @ApiErrors(...STEP)
  async approve(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Submission> {
    validateQuery(NoQuery, query);
    const { decision, publishAt, opinion } = validate(ApprovalInput, body);
    const at = publishAt ? new Date(publishAt) : null;
    return this.answer(
      await this.workflow.approve(id, revisionOfIfMatch(ifMatch), decision === 'approve', at, { opinion }, context),
      response,
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @Idempotent()
  @Needs('submission.write')
  @ApiOperation({ summary: '作废草稿；记录保留' })
  @ApiParam(ID)
  @ApiHeader(IF_MATCH)
  @ApiResponse({ status: 204, description: '已作废' })
  @ApiErrors(...READ, 'NOT_FOUND', 'CONFLICT', 'PRECONDITION_FAILED', 'PRECONDITION_REQUIRED')
  async discard(
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
  ): Promise<void> {
    validateQuery(NoQuery, query);
    await this.workflow.discard(id, revisionOfIfMatch(ifMatch), context);
  }

  private answer(row: SubmissionRow, response: Response): Submission {
    response.setHeader('ETag', etagOf(row.version));
    return presentSubmission(row, [], this.clock.today(), this.calendars.calendar);
  }
}
