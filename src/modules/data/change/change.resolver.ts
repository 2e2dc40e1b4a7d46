import { Args, Query, Resolver } from '@nestjs/graphql';
import { Open } from '../../platform/access/index.js';
import { queryArgs } from '../../platform/graphql/index.js';
import { ChangeArgs, ChangePage } from './change.model.js';
import { ChangeService } from './change.service.js';

/** What changed, by GraphQL. */
@Open()
@Resolver(() => ChangePage)
export class ChangeResolver {
  constructor(private readonly service: ChangeService) {}

  @Query(() => ChangePage, { description: '记录和表的变化，依次列出，撤回的也在内' })
  changes(@Args() args: ChangeArgs): Promise<ChangePage> {
    const { after, first, ...filter } = queryArgs(ChangeArgs, args);
    return this.service.list(filter, { cursor: after ?? undefined, limit: first }, 'after');
  }
}
