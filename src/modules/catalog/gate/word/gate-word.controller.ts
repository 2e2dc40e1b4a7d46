import { Body, Controller, Delete, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type ActingContext, CurrentContext, Idempotent, Needs } from '../../../identity/index.js';
import { NoQuery, validate, validateQuery } from '../../../kernel/field/index.js';
import { ApiErrors, ApiQueryOf } from '../../../platform/http/index.js';
import { GateWord, GateWordInput, GateWordQuery } from './gate-word.model.js';
import { GateWordService } from './gate-word.service.js';

/** Sensitive and wrong expressions that are looked for before publication. */
@ApiTags('submissions')
@Controller('api/v1/gate-words')
export class GateWordController {
  constructor(private readonly words: GateWordService) {}

  @Get()
  @Needs('gateWord.read')
  @ApiOperation({ summary: '发布前检查的用词表：随系统提供的和本平台设置的' })
  @ApiResponse({ status: 200, type: GateWord, isArray: true })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN')
  list(@Query() query: unknown): Promise<GateWord[]> {
    validateQuery(NoQuery, query);
    return this.words.list();
  }

  @Put()
  @Idempotent()
  @Needs('gateWord.write')
  @HttpCode(204)
  @ApiOperation({ summary: '设置一个词，替换原有设置；从下一次检查起生效' })
  @ApiBody({ type: GateWordInput })
  @ApiResponse({ status: 204, description: '已设置' })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED')
  async set(@Body() body: unknown, @Query() query: unknown, @CurrentContext() context: ActingContext): Promise<void> {
    validateQuery(NoQuery, query);
    await this.words.set(validate(GateWordInput, body), context);
  }

  @Delete()
  @Idempotent()
  @Needs('gateWord.write')
  @HttpCode(204)
  @ApiOperation({ summary: '取消对一个词的设置；随系统提供的词恢复原样' })
  @ApiQueryOf(GateWordQuery)
  @ApiResponse({ status: 204, description: '已取消' })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND')
  async remove(@Query() query: unknown, @CurrentContext() context: ActingContext): Promise<void> {
    await this.words.remove(validateQuery(GateWordQuery, query).word, context);
  }
}
