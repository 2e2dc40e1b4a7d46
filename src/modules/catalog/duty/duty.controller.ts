import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type ActingContext, type Actor, CurrentActor, CurrentContext, Idempotent, Needs } from '../../identity/index.js';
import { NoQuery, validate, validateQuery } from '../../kernel/field/index.js';
import { ApiErrors, ApiQueryOf } from '../../platform/http/index.js';
import { Duty, DutyCompletionInput, DutyQuery } from './duty.model.js';
import { DutyService } from './duty.service.js';
import { presentDuty } from './present-duty.js';

/** What departments have to see to: stale data, yearly reviews, missing interpretations. */
@ApiTags('duties')
@Controller('api/v1/duties')
export class DutyController {
  constructor(private readonly duties: DutyService) {}

  @Get()
  @Needs('duty.read')
  @ApiOperation({ summary: '本部门的公开事项，超期最久的在前' })
  @ApiQueryOf(DutyQuery)
  @ApiResponse({ status: 200, type: Duty, isArray: true })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN')
  async list(@Query() query: unknown, @CurrentActor() actor: Actor): Promise<Duty[]> {
    const { state, ...filter } = validateQuery(DutyQuery, query);
    return (await this.duties.list({ ...filter, open: state !== 'completed' }, actor)).map(presentDuty);
  }

  @Post(':id/completion')
  @HttpCode(200)
  @Idempotent()
  @Needs('duty.complete')
  @ApiOperation({ summary: '办结：写明结果和下次检查的日期' })
  @ApiParam({ name: 'id', description: '编号', example: '12' })
  @ApiBody({ type: DutyCompletionInput })
  @ApiResponse({ status: 200, type: Duty })
  @ApiErrors(
    'BAD_REQUEST',
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'NOT_FOUND',
    'CONFLICT',
    'PAYLOAD_TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE',
    'VALIDATION_FAILED',
  )
  async complete(
    @Param('id') id: string,
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
  ): Promise<Duty> {
    validateQuery(NoQuery, query);
    const { result, nextReviewOn } = validate(DutyCompletionInput, body);
    return presentDuty(await this.duties.completeDuty(id, result, nextReviewOn ?? null, context));
  }
}
