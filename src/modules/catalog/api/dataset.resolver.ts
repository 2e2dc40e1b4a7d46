import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, Idempotent, Needs } from '../../identity/index.js';
import { type Connection, connectionOf, type GraphqlContext, mutationInput, queryArgs } from '../../platform/graphql/index.js';
import { RecordReader } from '../read/record-reader.js';
import { Dataset } from '../record/record.model.js';
import { DatasetInput } from '../record/record.input.js';
import { WriteResult } from './record-answers.js';
import { IdentifierArgs, KindListArgs, RevisionArgs } from './record.args.js';
import { DatasetConnection } from './record.connection.js';
import { RecordApiService } from './record-api.service.js';
import { contextOf } from './write-context.js';
import { Open } from '../../platform/access/index.js';

/** Datasets by GraphQL. */
@Open()
@Resolver(() => Dataset)
export class DatasetResolver {
  constructor(
    private readonly reader: RecordReader,
    private readonly records: RecordApiService,
  ) {}

  @Query(() => Dataset, { description: '一份数据资源' })
  dataset(@Args() args: IdentifierArgs): Promise<Dataset> {
    return this.reader.get(queryArgs(IdentifierArgs, args).identifier, 'dataset');
  }

  @Query(() => DatasetConnection, { description: '数据资源，按入库先后' })
  async datasets(@Args() args: KindListArgs): Promise<Connection<Dataset>> {
    const { department, first, after } = queryArgs(KindListArgs, args);
    const { records, ...page } = await this.reader.page({ kind: 'dataset', department, limit: first, cursor: after }, 'after');
    return connectionOf({ nodes: records as Dataset[], ...page, after }, () => this.reader.count('dataset', department));
  }

  @Mutation(() => WriteResult, { description: '新增数据资源' })
  @Idempotent()
  @Needs('record.publishDirectly')
  createDataset(
    @Args('input') input: DatasetInput,
    @CurrentActor() actor: Actor,
    @Context() { req }: GraphqlContext,
  ): Promise<WriteResult> {
    return this.records.create({ kind: 'dataset', input: mutationInput(DatasetInput, input) }, contextOf(actor, req));
  }

  @Mutation(() => WriteResult, { description: '以新内容替换数据资源' })
  @Idempotent()
  @Needs('record.publishDirectly')
  updateDataset(
    @Args() args: RevisionArgs,
    @Args('input') input: DatasetInput,
    @CurrentActor() actor: Actor,
    @Context() { req }: GraphqlContext,
  ): Promise<WriteResult> {
    // `args` holds the input too, which is validated by its own class.
    const { identifier, revision } = mutationInput(RevisionArgs, { identifier: args.identifier, revision: args.revision });
    return this.records.replace(
      { kind: 'dataset', input: mutationInput(DatasetInput, input) },
      identifier,
      revision,
      contextOf(actor, req),
    );
  }
}
