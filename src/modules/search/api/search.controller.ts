import { Body, Controller, Get, Header, HttpCode, Post, Query, UseGuards } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { NoQuery, validate, validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { ApiErrors, ApiQueryOf } from '../../platform/http/index.js';
import { UsageCounter } from '../preference/usage-counter.js';
import { SearchService } from '../search.service.js';
import { ExplainGuard } from './explain.guard.js';
import { ClickInput, SearchInput, SuggestInput } from './search.input.js';
import { SuggestAnswer } from './search.model.js';
import { responseOf, SearchResponse } from './search.response.js';

/** Search by REST. */
@ApiTags('search')
@Open()
@Controller('api/v1')
export class SearchController {
  constructor(
    private readonly searching: SearchService,
    private readonly usage: UsageCounter,
  ) {}

  @Get('search')
  @UseGuards(ExplainGuard)
  @Header('Cache-Control', 'public, max-age=10')
  @ApiOperation({ summary: '搜索数据和文件' })
  @ApiQueryOf(SearchInput)
  @ApiResponse({ status: 200, type: SearchResponse })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'UNAVAILABLE')
  async search(@Query() query: unknown): Promise<SearchResponse> {
    return responseOf(await this.searching.search(validateQuery(SearchInput, query)));
  }

  @Post('search/clicks')
  @HttpCode(204)
  @ApiOperation({ summary: '记一次从结果中打开记录；只计总数，不含个人信息，未开启统计时不记' })
  @ApiBody({ type: ClickInput })
  @ApiResponse({ status: 204, description: '已收到' })
  @ApiErrors('BAD_REQUEST', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED')
  async clicked(@Body() body: unknown, @Query() query: unknown): Promise<void> {
    validateQuery(NoQuery, query);
    const { q, identifier } = validate(ClickInput, body);
    await this.usage.opened(q, identifier);
  }

  @Get('suggest')
  @Header('Cache-Control', 'public, max-age=60')
  @ApiOperation({ summary: '补全正在输入的内容' })
  @ApiQueryOf(SuggestInput)
  @ApiResponse({ status: 200, type: SuggestAnswer })
  @ApiErrors('BAD_REQUEST', 'UNAVAILABLE')
  suggest(@Query() query: unknown): Promise<SuggestAnswer> {
    return this.searching.suggest(validateQuery(SuggestInput, query));
  }
}
