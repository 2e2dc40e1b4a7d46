import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { NoQuery, validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { answerCached, ApiErrors } from '../../platform/http/index.js';
import { VocabularyService } from '../vocabulary.service.js';
import { Vocabulary } from './vocabulary.model.js';
import { presentVocabulary } from './present-vocabulary.js';

/** Every code table. */
class VocabularyList {
  @ApiProperty({ type: [Vocabulary] })
  vocabularies: Vocabulary[];
}

/** The tables change only with the program. */
const CACHED = { seconds: 3600 };

/** Code tables by REST. */
@ApiTags('vocabularies')
@Open()
@Controller('api/v1/vocabularies')
export class VocabularyController {
  constructor(private readonly vocabularies: VocabularyService) {}

  @Get()
  @ApiOperation({ summary: '全部代码表' })
  @ApiResponse({ status: 200, type: VocabularyList })
  @ApiResponse({ status: 304, description: '与 If-None-Match 相同' })
  @ApiErrors('BAD_REQUEST')
  list(@Query() query: unknown, @Res({ passthrough: true }) response: Response): VocabularyList {
    validateQuery(NoQuery, query);
    return answerCached(response, { vocabularies: this.vocabularies.tables().map(presentVocabulary) }, CACHED);
  }

  @Get(':name')
  @ApiOperation({ summary: '一个代码表' })
  @ApiParam({ name: 'name', description: '代码表名，与记录的字段同名', example: 'openness' })
  @ApiResponse({ status: 200, type: Vocabulary })
  @ApiResponse({ status: 304, description: '与 If-None-Match 相同' })
  @ApiErrors('BAD_REQUEST', 'NOT_FOUND')
  get(@Param('name') name: string, @Query() query: unknown, @Res({ passthrough: true }) response: Response): Vocabulary {
    validateQuery(NoQuery, query);
    return answerCached(response, presentVocabulary(this.vocabularies.table(name)), CACHED);
  }
}
