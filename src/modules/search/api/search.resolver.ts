import { UseGuards } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type AnyRecord, CatalogRecord, RecordLoaders } from '../../catalog/index.js';
import { type GraphqlContext, queryArgs } from '../../platform/graphql/index.js';
import { SearchService } from '../search.service.js';
import { ExplainGuard } from './explain.guard.js';
import { SearchInput, SuggestInput } from './search.input.js';
import { SearchAnswer, SearchHit, SuggestAnswer } from './search.model.js';
import { Open } from '../../platform/access/index.js';

/** Search by GraphQL. */
@Open()
@Resolver(() => SearchHit)
export class SearchResolver {
  constructor(
    private readonly searching: SearchService,
    private readonly loaders: RecordLoaders,
  ) {}

  @UseGuards(ExplainGuard)
  @Query(() => SearchAnswer, { description: '搜索数据和文件' })
  search(@Args() args: SearchInput): Promise<SearchAnswer> {
    return this.searching.search(queryArgs(SearchInput, args));
  }

  @Query(() => SuggestAnswer, { description: '补全正在输入的内容' })
  suggest(@Args() args: SuggestInput): Promise<SuggestAnswer> {
    return this.searching.suggest(queryArgs(SuggestInput, args));
  }

  @ResolveField(() => CatalogRecord, { nullable: true, description: '完整的记录；刚被撤回时为空' })
  record(@Parent() { identifier }: SearchHit, @Context() context: GraphqlContext): Promise<AnyRecord | undefined> {
    return this.loaders.record.load(context, identifier);
  }
}
