import { Args, ArgsType, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Dataset } from '../../catalog/index.js';
import { Key, Whole } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { type GraphqlContext, queryArgs, RequestLoader } from '../../platform/graphql/index.js';
import { TableReader } from '../table/table-reader.js';
import { presentTable, presentVersion } from './present-table.js';
import { DataTableModel, TableVersionModel } from './table.model.js';
import { viewerOf } from './viewer.js';

/** Names a table of a dataset, at a version. */
@ArgsType()
class TableArgs {
  @Key({ description: '表名，见 tables' })
  name: string;

  @Whole({ description: '版本；不写为最新一版', min: 1, optional: true })
  version?: number | null;
}

/** From a dataset to its tables. */
@Open()
@Resolver(() => Dataset)
export class DatasetTablesResolver {
  private readonly loaders = new WeakMap<object, RequestLoader<string, DataTableModel[]>>();

  constructor(private readonly reader: TableReader) {}

  @ResolveField(() => [DataTableModel], { description: '可以逐行查询的表；无权读取时为空列表' })
  async tables(@Parent() { identifier }: Dataset, @Context() context: GraphqlContext): Promise<DataTableModel[]> {
    return (await this.loaderOf(context).load(context, identifier)) ?? [];
  }

  @ResolveField(() => DataTableModel, { description: '一张表' })
  async table(@Parent() { identifier }: Dataset, @Args() args: TableArgs, @Context() { req }: GraphqlContext): Promise<DataTableModel> {
    const { name, version } = queryArgs(TableArgs, args);
    return presentTable(await this.reader.get(identifier, name, viewerOf(req), version ?? undefined));
  }

  /** All datasets of a request are read together, for whoever sends it. */
  private loaderOf({ req }: GraphqlContext): RequestLoader<string, DataTableModel[]> {
    const known = this.loaders.get(req);
    if (known) return known;
    const loader = new RequestLoader<string, DataTableModel[]>(async (identifiers) => {
      const lists = await this.reader.listOf(identifiers, viewerOf(req));
      return new Map([...lists].map(([identifier, tables]) => [identifier, tables.map(presentTable)]));
    });
    this.loaders.set(req, loader);
    return loader;
  }
}

/** From a table to its versions. */
@Open()
@Resolver(() => DataTableModel)
export class TableVersionsResolver {
  constructor(private readonly reader: TableReader) {}

  @ResolveField(() => [TableVersionModel], { description: '各版，最新的在前' })
  async versions(@Parent() { dataset, name }: DataTableModel, @Context() { req }: GraphqlContext): Promise<TableVersionModel[]> {
    const { versions } = await this.reader.versions(dataset, name, viewerOf(req));
    return versions.map((version) => presentVersion(dataset, name, version));
  }
}
