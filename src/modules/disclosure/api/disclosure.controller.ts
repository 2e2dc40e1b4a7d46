import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { answerCached, ApiErrors, ApiQueryOf } from '../../platform/http/index.js';
import { LISTS } from '../column/block.js';
import { DisclosureArgs, DisclosureColumn, DisclosureListArgs, DisclosurePage } from '../column/column.model.js';
import { DisclosureService } from '../column/disclosure.service.js';

const CACHED = { seconds: 60 };

/** The 政府信息公开 column by REST. */
@ApiTags('disclosure')
@Open()
@Controller('api/v1/disclosure')
export class DisclosureController {
  constructor(private readonly disclosure: DisclosureService) {}

  @Get()
  @ApiOperation({ summary: '政府信息公开栏目：各块的文件数、条例各项有没有现行内容' })
  @ApiQueryOf(DisclosureArgs)
  @ApiResponse({ status: 200, type: DisclosureColumn })
  @ApiResponse({ status: 304, description: '与 If-None-Match 相同' })
  @ApiErrors('BAD_REQUEST', 'NOT_FOUND')
  async column(@Query() query: unknown, @Res({ passthrough: true }) response: Response): Promise<DisclosureColumn> {
    return answerCached(response, await this.disclosure.column(validateQuery(DisclosureArgs, query).department), CACHED);
  }

  @Get(':block')
  @ApiOperation({ summary: '一块的文件，新的在前；部门没有发布指南时，guide 一块给出由目录生成的指南' })
  @ApiParam({ name: 'block', description: '栏目', enum: LISTS })
  @ApiQueryOf(DisclosureListArgs)
  @ApiResponse({ status: 200, type: DisclosurePage })
  @ApiResponse({ status: 304, description: '与 If-None-Match 相同' })
  @ApiErrors('BAD_REQUEST', 'NOT_FOUND')
  async list(
    @Param('block') block: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DisclosurePage> {
    return answerCached(response, await this.disclosure.list(block, validateQuery(DisclosureListArgs, query)), CACHED);
  }
}
