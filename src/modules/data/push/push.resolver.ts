import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { type ActingContext, CurrentContext, Idempotent, Needs } from '../../identity/index.js';
import { mutationInput } from '../../platform/graphql/index.js';
import { presentTable } from '../api/present-table.js';
import { DataTableModel } from '../api/table.model.js';
import { PushedRowsInput, PushedTableInput, PushOutcome, RemovedTable } from './push.model.js';
import { RowPusher } from './row-pusher.js';
import { TableDefiner } from './table-definer.js';

const DATASET = { description: '数据的标识符' };
const TABLE = { description: '表名' };

/** Tables whose rows programs push, by GraphQL. */
@Needs('data.push')
@Resolver(() => DataTableModel)
export class PushResolver {
  constructor(
    private readonly definer: TableDefiner,
    private readonly pusher: RowPusher,
  ) {}

  @Mutation(() => DataTableModel, { description: '定义一张由程序推送行的表，或为它加列、改标题' })
  @Idempotent()
  async defineTable(
    @Args('dataset', DATASET) dataset: string,
    @Args('table', TABLE) table: string,
    @Args('input') input: PushedTableInput,
    @CurrentContext() context: ActingContext,
  ): Promise<DataTableModel> {
    return presentTable(await this.definer.define(dataset, table, mutationInput(PushedTableInput, input), context));
  }

  @Mutation(() => PushOutcome, { description: '推送行：全部写入，或什么都不写' })
  @Idempotent()
  pushRows(
    @Args('dataset', DATASET) dataset: string,
    @Args('table', TABLE) table: string,
    @Args('input') input: PushedRowsInput,
    @CurrentContext() context: ActingContext,
  ): Promise<PushOutcome> {
    return this.pusher.push(dataset, table, mutationInput(PushedRowsInput, input), context);
  }

  @Mutation(() => RemovedTable, { description: '移除一张由程序推送行的表；以前的各版仍可查询' })
  @Idempotent()
  async removeTable(
    @Args('dataset', DATASET) dataset: string,
    @Args('table', TABLE) table: string,
    @CurrentContext() context: ActingContext,
  ): Promise<RemovedTable> {
    await this.definer.remove(dataset, table, context);
    return { dataset, table };
  }
}
