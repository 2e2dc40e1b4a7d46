import { Args, Query, Resolver } from '@nestjs/graphql';
import { Open } from '../../platform/access/index.js';
import { queryArgs } from '../../platform/graphql/index.js';
import { DisclosureArgs, DisclosureBlockArgs, DisclosureColumn, DisclosurePage } from '../column/column.model.js';
import { DisclosureService } from '../column/disclosure.service.js';

/** The 政府信息公开 column by GraphQL. */
@Open()
@Resolver(() => DisclosureColumn)
export class DisclosureResolver {
  constructor(private readonly service: DisclosureService) {}

  @Query(() => DisclosureColumn, { description: '政府信息公开栏目：各块的文件数、条例各项有没有现行内容' })
  disclosure(@Args() args: DisclosureArgs): Promise<DisclosureColumn> {
    return this.service.column(queryArgs(DisclosureArgs, args).department);
  }

  @Query(() => DisclosurePage, { description: '政府信息公开栏目一块的文件，新的在前' })
  disclosureBlock(@Args() args: DisclosureBlockArgs): Promise<DisclosurePage> {
    const { block, ...list } = queryArgs(DisclosureBlockArgs, args);
    return this.service.list(block, list);
  }
}
