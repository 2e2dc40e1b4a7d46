import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { NoQuery, validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { answerCached, ApiErrors, etagOf } from '../../platform/http/index.js';
import { Department } from '../department.model.js';
import { DepartmentService } from '../department.service.js';

/** Every department. */
class DepartmentList {
  @ApiProperty({ type: [Department] })
  departments: Department[];
}

const CACHED = { seconds: 60 };

/** Departments by REST. */
@ApiTags('departments')
@Open()
@Controller('api/v1/departments')
export class DepartmentController {
  constructor(private readonly departments: DepartmentService) {}

  @Get()
  @ApiOperation({ summary: '全部部门，已登记的在前' })
  @ApiResponse({ status: 200, type: DepartmentList })
  @ApiResponse({ status: 304, description: '与 If-None-Match 相同' })
  @ApiErrors('BAD_REQUEST')
  async list(@Query() query: unknown, @Res({ passthrough: true }) response: Response): Promise<DepartmentList> {
    validateQuery(NoQuery, query);
    return answerCached(response, { departments: await this.departments.list() }, CACHED);
  }

  @Get(':code')
  @ApiOperation({ summary: '一个部门' })
  @ApiParam({ name: 'code', description: '部门编号', example: 'gjj' })
  @ApiResponse({ status: 200, type: Department })
  @ApiResponse({ status: 304, description: '与 If-None-Match 相同' })
  @ApiErrors('BAD_REQUEST', 'NOT_FOUND')
  async get(@Param('code') code: string, @Query() query: unknown, @Res({ passthrough: true }) response: Response): Promise<Department> {
    validateQuery(NoQuery, query);
    const { department, revision } = await this.departments.withRevision(code);
    return answerCached(response, department, { ...CACHED, etag: etagOf(revision) });
  }
}
