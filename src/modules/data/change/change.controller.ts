import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { ApiErrors, ApiQueryOf } from '../../platform/http/index.js';
import { ChangePage, ChangeQuery } from './change.model.js';
import { ChangeService } from './change.service.js';

/** What changed, by REST. */
@ApiTags('changes')
@Open()
@Controller('api/v1/changes')
export class ChangeController {
  constructor(private readonly changes: ChangeService) {}

  @Get()
  @ApiOperation({ summary: '记录和表的变化，依次列出，撤回的也在内：供镜像保持同步' })
  @ApiQueryOf(ChangeQuery)
  @ApiResponse({ status: 200, type: ChangePage })
  @ApiErrors('BAD_REQUEST')
  list(@Query() query: unknown): Promise<ChangePage> {
    const { cursor, limit, ...filter } = validateQuery(ChangeQuery, query);
    return this.changes.list(filter, { cursor, limit }, 'cursor');
  }
}
