import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Department } from '../../department/index.js';
import { type Connection, ConnectionArgs, type GraphqlContext, queryArgs } from '../../platform/graphql/index.js';
import type { AnyRecord } from '../record/record.model.js';
import { RecordConnection } from './record.connection.js';
import { RecordLoaders } from './record.loader.js';
import { Open } from '../../platform/access/index.js';

/** From a department to its records; here, since departments know nothing of the catalog. */
@Open()
@Resolver(() => Department)
export class DepartmentRecordsResolver {
  constructor(private readonly loaders: RecordLoaders) {}

  @ResolveField(() => RecordConnection, { description: '该部门提供或发布的记录，包括联合发布的' })
  records(
    @Parent() { code }: Department,
    @Args() args: ConnectionArgs,
    @Context() context: GraphqlContext,
  ): Promise<Connection<AnyRecord>> {
    const { first, after } = queryArgs(ConnectionArgs, args);
    return this.loaders.ofDepartment(context, code, first, after ?? null);
  }
}
