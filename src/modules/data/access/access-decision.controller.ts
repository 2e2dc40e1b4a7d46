import { applyDecorators, Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type ActingContext, type Actor, CurrentActor, CurrentContext, Idempotent, Needs } from '../../identity/index.js';
import { Clock } from '../../kernel/clock.js';
import { NoQuery, validate, validateQuery } from '../../kernel/field/index.js';
import { ApiErrors, ApiQueryOf } from '../../platform/http/index.js';
import { AccessApplication, AccessApplicationQuery, AccessApprovalInput, AccessReasonInput } from './access-application.model.js';
import { AccessApplications } from './access-applications.js';
import { presentApplication } from './present-application.js';

/** What every decision has in common. */
const Decides = (summary: string, body: new () => object) =>
  applyDecorators(
    HttpCode(200),
    Idempotent(),
    Needs('access.decide'),
    ApiOperation({ summary }),
    ApiParam({ name: 'id', description: '编号', example: '12' }),
    ApiBody({ type: body }),
    ApiResponse({ status: 200, type: AccessApplication }),
    ApiErrors(
      'BAD_REQUEST',
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'NOT_FOUND',
      'GONE',
      'CONFLICT',
      'PAYLOAD_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'VALIDATION_FAILED',
    ),
  );

/** Applications to use data of a department, and what it decides. */
@ApiTags('access-applications')
@Controller('api/v1/access-applications')
export class AccessDecisionController {
  constructor(
    private readonly applications: AccessApplications,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Needs('access.read')
  @ApiOperation({ summary: '对本部门数据的使用申请，待办理的在前' })
  @ApiQueryOf(AccessApplicationQuery)
  @ApiResponse({ status: 200, type: AccessApplication, isArray: true })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN')
  async list(@Query() query: unknown, @CurrentActor() actor: Actor): Promise<AccessApplication[]> {
    const { state: standing, limit, offset } = validateQuery(AccessApplicationQuery, query);
    const today = this.clock.today();
    return (await this.applications.list({ standing, limit, offset }, actor)).map((row) => presentApplication(row, today));
  }

  @Post(':id/approval')
  @Decides('批准，写明可以用到哪一天', AccessApprovalInput)
  async approve(
    @Param('id') id: string,
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
  ): Promise<AccessApplication> {
    validateQuery(NoQuery, query);
    const { expiresOn, note } = validate(AccessApprovalInput, body);
    return this.present(this.applications.decide(id, 'approve', { expiresOn, note: note ?? null }, context));
  }

  @Post(':id/rejection')
  @Decides('不批准，写明理由', AccessReasonInput)
  async reject(
    @Param('id') id: string,
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
  ): Promise<AccessApplication> {
    validateQuery(NoQuery, query);
    return this.present(this.applications.decide(id, 'reject', { note: validate(AccessReasonInput, body).reason }, context));
  }

  @Post(':id/revocation')
  @Decides('撤销已经批准的授权，立即生效，写明理由', AccessReasonInput)
  async revoke(
    @Param('id') id: string,
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
  ): Promise<AccessApplication> {
    validateQuery(NoQuery, query);
    return this.present(this.applications.decide(id, 'revoke', { note: validate(AccessReasonInput, body).reason }, context));
  }

  private async present(row: ReturnType<AccessApplications['decide']>): Promise<AccessApplication> {
    return presentApplication(await row, this.clock.today());
  }
}
