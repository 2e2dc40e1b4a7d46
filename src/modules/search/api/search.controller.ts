import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { validateQuery } from '../../kernel/field/index.js';
import { ApiErrors, ApiQueryOf } from '../../platform/http/index.js';
import { SearchService } from '../search.service.js';
import { SearchInput, SuggestInput } from './search.input.js';
import { SuggestAnswer } from './search.model.js';
import { responseOf, SearchResponse } from './search.response.js';

/** Search by REST. */
@ApiTags('search')
@Controller('api/v1')
export class SearchController {
  constructor(private readonly searching: SearchService) {}

  @Get('search')
  @Header('Cache-Control', 'public, max-age=10')
  @ApiOperation({ summary: '搜索数据和文件' })
  @ApiQueryOf(SearchInput)
  @ApiResponse({ status: 200, type: SearchResponse })
  @ApiErrors('BAD_REQUEST', 'UNAVAILABLE')
  async search(@Query() query: unknown): Promise<SearchResponse> {
    return responseOf(await this.searching.search(validateQuery(SearchInput, query)));
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
