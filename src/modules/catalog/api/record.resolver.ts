import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Department, DepartmentLoader } from '../../department/index.js';
import { type Connection, connectionOf, type GraphqlContext, queryArgs } from '../../platform/graphql/index.js';
import { RecordReader } from '../read/record-reader.js';
import { type AnyRecord, CatalogRecord, RelatedRecord } from '../record/record.model.js';
import { Revision } from './record-answers.js';
import { IdentifierArgs, RecordListArgs } from './record.args.js';
import { RecordConnection } from './record.connection.js';
import { RecordLoaders } from './record.loader.js';
import { Open } from '../../platform/access/index.js';

/** Records of any kind, and the fields that both kinds resolve alike. */
@Open()
@Resolver(() => CatalogRecord)
export class RecordResolver {
  constructor(
    private readonly reader: RecordReader,
    private readonly loaders: RecordLoaders,
    private readonly departments: DepartmentLoader,
  ) {}

  @Query(() => CatalogRecord, { description: '一条记录，不论种类' })
  record(@Args() args: IdentifierArgs): Promise<AnyRecord> {
    return this.reader.get(queryArgs(IdentifierArgs, args).identifier);
  }

  @Query(() => RecordConnection, { description: '全部记录，按入库先后' })
  async records(@Args() args: RecordListArgs): Promise<Connection<AnyRecord>> {
    const { kind, department, first, after } = queryArgs(RecordListArgs, args);
    const { records: nodes, ...page } = await this.reader.page({ kind, department, limit: first, cursor: after }, 'after');
    return connectionOf({ nodes, ...page, after }, () => this.reader.count(kind, department));
  }

  @ResolveField(() => Department, { nullable: true, description: '提供方，或主办的发文机关' })
  department(@Parent() { departmentCode }: AnyRecord, @Context() context: GraphqlContext): Promise<Department | undefined> | null {
    return departmentCode === null ? null : this.departments.load(context, departmentCode);
  }

  @ResolveField(() => [RelatedRecord], { description: '与其他记录的关系，两个方向' })
  async related(@Parent() { identifier }: AnyRecord, @Context() context: GraphqlContext): Promise<RelatedRecord[]> {
    return (await this.loaders.related.load(context, identifier)) ?? [];
  }

  @ResolveField(() => [Revision], { description: '修订历史，新的在前，最多 200 次' })
  async revisions(@Parent() { identifier }: AnyRecord, @Context() context: GraphqlContext): Promise<Revision[]> {
    return (await this.loaders.revisions.load(context, identifier)) ?? [];
  }
}
