import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Idempotent } from '../../identity/index.js';
import { Clock } from '../../kernel/clock.js';
import { NoQuery, validate, validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { ApiErrors } from '../../platform/http/index.js';
import { DATASET_PARAM } from '../api/table.controller.js';
import { developerOf } from '../api/viewer.js';
import { AccessApplicationInput, OwnAccessApplication } from './access-application.model.js';
import { AccessApplications } from './access-applications.js';
import { presentOwnApplication } from './present-application.js';

/** Data that is open on conditions: whoever has a developer's key applies, and sees how the application stands. */
@ApiTags('access-applications')
@Open()
@Controller('api/v1/datasets/:identifier/access-applications')
export class AccessApplicationController {
  constructor(
    private readonly applications: AccessApplications,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(201)
  @Idempotent()
  @ApiSecurity('apiKey')
  @ApiOperation({ summary: '用开发者密钥申请使用有条件开放的数据，部门在十个工作日内答复' })
  @ApiParam(DATASET_PARAM)
  @ApiBody({ type: AccessApplicationInput })
  @ApiResponse({ status: 201, type: OwnAccessApplication })
  @ApiErrors(
    'BAD_REQUEST',
    'UNAUTHENTICATED',
    'NOT_FOUND',
    'GONE',
    'CONFLICT',
    'PAYLOAD_TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE',
    'VALIDATION_FAILED',
    'TOO_MANY_REQUESTS',
  )
  async submit(
    @Param('identifier') identifier: string,
    @Body() body: unknown,
    @Query() query: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OwnAccessApplication> {
    validateQuery(NoQuery, query);
    const key = developerOf(request);
    const row = await this.applications.submit(identifier, validate(AccessApplicationInput, body), key);
    response.setHeader('Location', `/api/v1/datasets/${encodeURIComponent(identifier)}/access-applications/${row.id}`);
    return presentOwnApplication(row, this.clock.today());
  }

  @Get(':id')
  @ApiSecurity('apiKey')
  @ApiOperation({ summary: '所用密钥的一件申请：办到哪里，部门怎么说' })
  @ApiParam(DATASET_PARAM)
  @ApiParam({ name: 'id', description: '编号', example: '12' })
  @ApiResponse({ status: 200, type: OwnAccessApplication })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'NOT_FOUND')
  async get(
    @Param('identifier') identifier: string,
    @Param('id') id: string,
    @Query() query: unknown,
    @Req() request: Request,
  ): Promise<OwnAccessApplication> {
    validateQuery(NoQuery, query);
    return presentOwnApplication(await this.applications.own(identifier, id, developerOf(request)), this.clock.today());
  }
}
