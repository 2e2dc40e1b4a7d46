import { Body, Controller, Headers, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Department, DepartmentFields, DepartmentInput, DepartmentRegistry, DepartmentService } from '../../department/index.js';
import { NoQuery, validate, validateQuery } from '../../kernel/field/index.js';
import { ApiErrors, etagOf, IF_MATCH, revisionOfIfMatch } from '../../platform/http/index.js';
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
  async register(
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Department> {
    validateQuery(NoQuery, query);
    const input = validate(DepartmentInput, body);
    await this.registry.register(input, actor.name);
    return this.answer(input.code, response);
  }

  @Put(':code')
  @Idempotent()
  @ApiOperation({ summary: '修改部门；没有写的字段清空，编号不变' })
  @ApiParam({ name: 'code', description: '部门编号', example: 'gjj' })
  @ApiHeader(IF_MATCH)
  @ApiBody({ type: DepartmentFields })
  @ApiResponse({ status: 200, type: Department })
  @ApiErrors(...ERRORS, 'NOT_FOUND', 'PRECONDITION_FAILED', 'PRECONDITION_REQUIRED')
  async replace(
    @Param('code') code: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Department> {
    validateQuery(NoQuery, query);
    const fields = validate(DepartmentFields, body);
    await this.departments.get(code);
    await this.registry.replace(code, revisionOfIfMatch(ifMatch), fields, actor.name);
    return this.answer(code, response);
  }

  private async answer(code: string, response: Response): Promise<Department> {
    const { department, revision } = await this.departments.withRevision(code);
    response.setHeader('ETag', etagOf(revision));
    return department;
  }
}
