import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Open } from '../../platform/access/index.js';
import { type GraphqlContext, queryArgs } from '../../platform/graphql/index.js';
import { DataTableModel } from '../api/table.model.js';
import { viewerOf } from '../api/viewer.js';
import { presentRows } from './present-rows.js';
import { RowReader } from './row-reader.js';
import { RowArgs, RowPageModel } from './row.model.js';

/** From a table to its rows. */
@Open()
@Resolver(() => DataTableModel)
export class RowResolver {
  constructor(private readonly reader: RowReader) {}

  @ResolveField(() => RowPageModel, { description: '行：筛选、分组、汇总、排序、翻页' })
  async rows(
    @Parent() { dataset, name, version }: DataTableModel,
    @Args() args: RowArgs,
    @Context() { req }: GraphqlContext,
  ): Promise<RowPageModel> {
    const begun = performance.now();
    const { first, after, ...filter } = queryArgs(RowArgs, args);
    const question = { ...filter, version, limit: first, cursor: after ?? undefined };
    return presentRows(await this.reader.page(dataset, name, question, viewerOf(req), { cursorName: 'after' }), begun);
  }
}
