import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiSecurity, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Clock } from '../../kernel/clock.js';
import { NoQuery, validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { ApiErrors } from '../../platform/http/index.js';
import { developerOf } from '../api/viewer.js';
import { OwnAccessApplication } from './access-application.model.js';
import { AccessApplications } from './access-applications.js';
import { presentOwnApplication } from './present-application.js';

/** Everything that a developer's key has applied for. */
@ApiTags('access-applications')
@Open()
@Controller('api/v1/data-keys/current/access-applications')
export class OwnApplicationController {
  constructor(
    private readonly applications: AccessApplications,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiSecurity('apiKey')
  @ApiOperation({ summary: '所用密钥的各件申请，最新的在前' })
  @ApiResponse({ status: 200, type: OwnAccessApplication, isArray: true })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED')
  async list(@Query() query: unknown, @Req() request: Request): Promise<OwnAccessApplication[]> {
    validateQuery(NoQuery, query);
    const today = this.clock.today();
    return (await this.applications.ownList(developerOf(request))).map((row) => presentOwnApplication(row, today));
  }
}
