import { applyDecorators, Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type ActingContext, type Actor, CurrentActor, CurrentContext, Idempotent, Needs } from '../identity/index.js';
import { NoQuery, validate, validateQuery } from '../kernel/field/index.js';
import { PageArgs } from '../platform/graphql/index.js';
import { ApiErrors, ApiQueryOf } from '../platform/http/index.js';
import { FeedbackCasePresenter } from './feedback-case.presenter.js';
import { FeedbackCases } from './feedback-cases.js';
import { FeedbackAnswerInput, FeedbackAssignmentInput, FeedbackCase, FeedbackCaseQuery, FeedbackReasonInput } from './feedback.model.js';

/** Query parameters of a list that has no others. */
export class UnassignedQuery extends PageArgs {}

/** What every step has in common. */
const Takes = (summary: string, body?: new () => object) =>
  applyDecorators(
    HttpCode(200),
    Idempotent(),
    ApiOperation({ summary }),
    ApiParam({ name: 'id', description: '办理用的编号', example: '15' }),
    ...(body ? [ApiBody({ type: body }), ApiErrors('PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE')] : []),
    ApiResponse({ status: 200, type: FeedbackCase }),
    ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'VALIDATION_FAILED'),
  );

/** What a department is asked and told, and what it answers. */
@ApiTags('feedback')
@Controller('api/v1/feedback-cases')
export class FeedbackCaseController {
  constructor(
    private readonly cases: FeedbackCases,
    private readonly presenter: FeedbackCasePresenter,
  ) {}

  @Get()
  @Needs('feedback.read')
  @ApiOperation({ summary: '对本部门的提问、纠错、应用案例和需求，待答复的在前' })
  @ApiQueryOf(FeedbackCaseQuery)
  @ApiResponse({ status: 200, type: FeedbackCase, isArray: true })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN')
  list(@Query() query: unknown, @CurrentActor() actor: Actor): Promise<FeedbackCase[]> {
    return this.presenter.all(this.cases.list(validateQuery(FeedbackCaseQuery, query), actor));
  }

  @Get('unassigned')
  @Needs('feedback.assign')
  @ApiOperation({ summary: '没有写明部门、等待转办的' })
  @ApiQueryOf(UnassignedQuery)
  @ApiResponse({ status: 200, type: FeedbackCase, isArray: true })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN')
  unassigned(@Query() query: unknown): Promise<FeedbackCase[]> {
    return this.presenter.all(this.cases.unassigned(validateQuery(UnassignedQuery, query)));
  }

  @Post(':id/answer')
  @Needs('feedback.answer')
  @Takes('答复，并决定是否公开', FeedbackAnswerInput)
  answer(
    @Param('id') id: string,
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
  ): Promise<FeedbackCase> {
    validateQuery(NoQuery, query);
    return this.presenter.one(this.cases.answer(id, validate(FeedbackAnswerInput, body), context));
  }

  @Post(':id/refusal')
  @Needs('feedback.answer')
  @Takes('不予采纳，写明理由', FeedbackReasonInput)
  decline(
    @Param('id') id: string,
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
  ): Promise<FeedbackCase> {
    validateQuery(NoQuery, query);
    return this.presenter.one(this.cases.decline(id, validate(FeedbackReasonInput, body).reason, context));
  }

  @Delete(':id/publication')
  @Needs('feedback.answer')
  @Takes('取消公开；答复仍给提交的人看')
  unpublish(@Param('id') id: string, @Query() query: unknown, @CurrentContext() context: ActingContext): Promise<FeedbackCase> {
    validateQuery(NoQuery, query);
    return this.presenter.one(this.cases.unpublish(id, context));
  }

  @Post(':id/assignment')
  @Needs('feedback.assign')
  @Takes('转给部门办理', FeedbackAssignmentInput)
  assign(
    @Param('id') id: string,
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
  ): Promise<FeedbackCase> {
    validateQuery(NoQuery, query);
    return this.presenter.one(this.cases.assign(id, validate(FeedbackAssignmentInput, body).department, context));
  }
}
