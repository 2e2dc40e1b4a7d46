import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { NoQuery, validate, validateQuery } from '../../kernel/field/index.js';
import { ApiErrors } from '../../platform/http/index.js';
import { AccountService } from '../account/account.service.js';
import { AccountLinks } from '../oidc/account-links.service.js';
import { Idempotent } from '../idempotency/idempotent.js';
import type { Actor } from '../policy/actor.js';
import { Needs } from '../policy/needs.js';
import { departmentsFor } from '../policy/policy.js';
import { CurrentActor } from '../policy/policy.guard.js';
import { Account, AccountInput, FirstPassword, GrantFields, presentAccount } from './account.model.js';

const NAME = { name: 'name', description: '账号名', example: 'lin.editor' };

/** Accounts, by those who look after them. */
@ApiTags('accounts')
@Controller('api/v1/accounts')
export class AccountController {
  constructor(
    private readonly accounts: AccountService,
    private readonly links: AccountLinks,
  ) {}

  @Get()
  @Needs('member.read')
  @ApiOperation({ summary: '账号与角色；部门管理员只见本部门的' })
  @ApiResponse({ status: 200, type: Account, isArray: true })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN')
  async list(@Query() query: unknown, @CurrentActor() actor: Actor): Promise<Account[]> {
    validateQuery(NoQuery, query);
    return (await this.accounts.list(actor, departmentsFor(actor, 'member.read'))).map(presentAccount);
  }

  @Post()
  @Needs('account.create')
  @ApiOperation({ summary: '开立账号；初始口令只在回答中出现一次' })
  @ApiBody({ type: AccountInput })
  @ApiResponse({ status: 201, type: FirstPassword })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'CONFLICT', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED')
  async create(@Body() body: unknown, @Query() query: unknown, @CurrentActor() actor: Actor): Promise<FirstPassword> {
    validateQuery(NoQuery, query);
    const input = validate(AccountInput, body);
    return { name: input.name, ...(await this.accounts.create(input, actor)) };
  }

  @Put(':name/roles')
  @Idempotent()
  @Needs('member.read')
  @HttpCode(204)
  @ApiOperation({ summary: '授予角色：部门角色由部门管理员或安全管理员，平台角色由安全管理员' })
  @ApiParam(NAME)
  @ApiBody({ type: GrantFields })
  @ApiResponse({ status: 204, description: '已授予' })
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
  async grant(@Param('name') name: string, @Body() body: unknown, @Query() query: unknown, @CurrentActor() actor: Actor): Promise<void> {
    validateQuery(NoQuery, query);
    const { role, department } = validate(GrantFields, body);
    await this.accounts.grant(name, { role, department: department ?? null }, actor);
  }

  @Post(':name/roles/revocation')
  @Idempotent()
  @Needs('member.read')
  @HttpCode(204)
  @ApiOperation({ summary: '收回角色' })
  @ApiParam(NAME)
  @ApiBody({ type: GrantFields })
  @ApiResponse({ status: 204, description: '已收回' })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED')
  async revoke(@Param('name') name: string, @Body() body: unknown, @Query() query: unknown, @CurrentActor() actor: Actor): Promise<void> {
    validateQuery(NoQuery, query);
    const { role, department } = validate(GrantFields, body);
    await this.accounts.revoke(name, { role, department: department ?? null }, actor);
  }

  @Delete(':name')
  @Idempotent()
  @Needs('account.create')
  @HttpCode(204)
  @ApiOperation({ summary: '停用账号：会话与密钥立即失效，记录保留' })
  @ApiParam(NAME)
  @ApiResponse({ status: 204, description: '已停用' })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND')
  async disable(@Param('name') name: string, @Query() query: unknown, @CurrentActor() actor: Actor): Promise<void> {
    validateQuery(NoQuery, query);
    await this.accounts.disable(name, actor);
  }

  @Post(':name/password-reset')
  @Needs('account.recover')
  @ApiOperation({ summary: '重设口令：旧口令和会话立即失效' })
  @ApiParam(NAME)
  @ApiResponse({ status: 201, type: FirstPassword })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND')
  async resetPassword(@Param('name') name: string, @Query() query: unknown, @CurrentActor() actor: Actor): Promise<FirstPassword> {
    validateQuery(NoQuery, query);
    return { name, ...(await this.accounts.resetPassword(name, actor)) };
  }

  @Post(':name/second-factor-reset')
  @Idempotent()
  @Needs('account.recover')
  @HttpCode(204)
  @ApiOperation({ summary: '重设二次验证：下次登录重新设置' })
  @ApiParam(NAME)
  @ApiResponse({ status: 204, description: '已重设' })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND')
  async resetSecondFactor(@Param('name') name: string, @Query() query: unknown, @CurrentActor() actor: Actor): Promise<void> {
    validateQuery(NoQuery, query);
    await this.accounts.resetSecondFactor(name, actor);
  }

  @Delete(':name/identity')
  @Idempotent()
  @Needs('account.recover')
  @HttpCode(204)
  @ApiOperation({ summary: '解除与统一身份认证的关联：会话结束，下次经统一身份认证登录时重新关联' })
  @ApiParam(NAME)
  @ApiResponse({ status: 204, description: '已解除' })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND')
  async unlink(@Param('name') name: string, @Query() query: unknown, @CurrentActor() actor: Actor): Promise<void> {
    validateQuery(NoQuery, query);
    await this.links.unlink(name, actor);
  }

  @Post(':name/unlocking')
  @Idempotent()
  @Needs('account.recover')
  @HttpCode(204)
  @ApiOperation({ summary: '解锁连续输错口令的账号' })
  @ApiParam(NAME)
  @ApiResponse({ status: 204, description: '已解锁' })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND')
  async unlock(@Param('name') name: string, @Query() query: unknown, @CurrentActor() actor: Actor): Promise<void> {
    validateQuery(NoQuery, query);
    await this.accounts.unlock(name, actor);
  }
}
