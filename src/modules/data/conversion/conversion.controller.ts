import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Needs } from '../../identity/index.js';
import { NoQuery, validateQuery } from '../../kernel/field/index.js';
import { ApiErrors } from '../../platform/http/index.js';
import { DATASET_PARAM } from '../api/table.controller.js';
import { ConversionLog } from './conversion-log.js';
import { Conversion, presentConversion } from './conversion.model.js';

/** What became of the files of a dataset, by REST. */
@ApiTags('tables')
@Needs('submission.read')
@Controller('api/v1/datasets/:identifier/conversions')
export class ConversionController {
  constructor(private readonly log: ConversionLog) {}

  @Get()
  @ApiOperation({ summary: '本部门一份数据的附件转换成表的情况，最近的在前' })
  @ApiParam(DATASET_PARAM)
  @ApiResponse({ status: 200, type: Conversion, isArray: true })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND')
  async list(@Param('identifier') identifier: string, @Query() query: unknown, @CurrentActor() actor: Actor): Promise<Conversion[]> {
    validateQuery(NoQuery, query);
    return (await this.log.of(identifier, actor)).map(presentConversion);
  }
}
