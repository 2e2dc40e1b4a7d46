import { Body, Controller, Param, Post, Put, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Department, DepartmentFields, DepartmentInput, DepartmentRegistry, DepartmentService } from '../../department/index.js';
import { NoQuery, validate, validateQuery } from '../../kernel/field/index.js';
import { ApiErrors } from '../../platform/http/index.js';
import { Idempotent } from '../idempotency/idempotent.js';
import type { Actor } from '../policy/actor.js';
import { Needs } from '../policy/needs.js';
import { CurrentActor } from '../policy/policy.guard.js';

const ERRORS = [
  'BAD_REQUEST',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'CONFLICT',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'VALIDATION_FAILED',
] as const;

/** Registering departments, by the system administrator. */
@ApiTags('departments')
@Controller('api/v1/departments')
@Needs('department.write')
export class DepartmentWritingController {
  constructor(
    private readonly registry: DepartmentRegistry,
    private readonly departments: DepartmentService,
  ) {}

  @Post()
  @Idempotent()
  @ApiOperation({ summary: '登记部门' })
  @ApiBody({ type: DepartmentInput })
  @ApiResponse({ status: 201, type: Department })
  @ApiErrors(...ERRORS)
  async register(@Body() body: unknown, @Query() query: unknown, @CurrentActor() actor: Actor): Promise<Department> {
    validateQuery(NoQuery, query);
    const input = validate(DepartmentInput, body);
    await this.registry.register(input, actor.name);
    return this.departments.get(input.code);
  }

  @Put(':code')
  @Idempotent()
  @ApiOperation({ summary: '修改部门；没有写的字段清空，编号不变' })
  @ApiParam({ name: 'code', description: '部门编号', example: 'gjj' })
  @ApiBody({ type: DepartmentFields })
  @ApiResponse({ status: 200, type: Department })
  @ApiErrors(...ERRORS, 'NOT_FOUND')
  async replace(
    @Param('code') code: string,
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentActor() actor: Actor,
  ): Promise<Department> {
    validateQuery(NoQuery, query);
    await this.registry.replace(code, validate(DepartmentFields, body), actor.name);
    return this.departments.get(code);
  }
}
