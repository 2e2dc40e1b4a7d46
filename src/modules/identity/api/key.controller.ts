import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { NoQuery, validate, validateQuery } from '../../kernel/field/index.js';
import { ApiErrors } from '../../platform/http/index.js';
import { Idempotent } from '../idempotency/idempotent.js';
import { ApiKeyService, OVERLAP_HOURS } from '../key/api-key.service.js';
import type { Actor } from '../policy/actor.js';
import { Needs } from '../policy/needs.js';
import { departmentsFor } from '../policy/policy.js';
import { CurrentActor } from '../policy/policy.guard.js';
import { Key, KeyInput, newKeyOf, NewKeyText, presentKey } from './key.model.js';
import { revokeKey } from './revoke-key.js';

const NAME = { name: 'name', description: '密钥的名字', example: '公积金中心OA' };

/** API keys of a department or of the platform. */
@ApiTags('keys')
@Controller('api/v1/keys')
@Needs('key.manage')
export class KeyController {
  constructor(private readonly keys: ApiKeyService) {}

  @Get()
  @ApiOperation({ summary: '密钥，部门管理员只见本部门的' })
  @ApiResponse({ status: 200, type: Key, isArray: true })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN')
  async list(@Query() query: unknown, @CurrentActor() actor: Actor): Promise<Key[]> {
    validateQuery(NoQuery, query);
    return (await this.keys.list(departmentsFor(actor, 'key.manage'))).map(presentKey);
  }

  @Post()
  @ApiOperation({ summary: '发放密钥；密钥只在回答中出现一次' })
  @ApiBody({ type: KeyInput })
  @ApiResponse({ status: 201, type: NewKeyText })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED')
  async create(@Body() body: unknown, @Query() query: unknown, @CurrentActor() actor: Actor): Promise<NewKeyText> {
    validateQuery(NoQuery, query);
    return { key: await this.keys.create(newKeyOf(validate(KeyInput, body)), actor) };
  }

  @Post(':name/rotation')
  @ApiOperation({ summary: '更换密钥：得到新密钥，旧的再用 24 小时' })
  @ApiParam(NAME)
  @ApiResponse({ status: 201, type: NewKeyText })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND')
  async rotate(@Param('name') name: string, @Query() query: unknown, @CurrentActor() actor: Actor): Promise<NewKeyText> {
    validateQuery(NoQuery, query);
    return { key: await this.keys.rotate(name, OVERLAP_HOURS, actor) };
  }

  @Delete(':name')
  @Idempotent()
  @HttpCode(204)
  @ApiOperation({ summary: '撤销密钥，立即生效' })
  @ApiParam(NAME)
  @ApiResponse({ status: 204, description: '已撤销' })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND')
  async revoke(@Param('name') name: string, @Query() query: unknown, @CurrentActor() actor: Actor): Promise<void> {
    validateQuery(NoQuery, query);
    await revokeKey(this.keys, name, actor);
  }
}
