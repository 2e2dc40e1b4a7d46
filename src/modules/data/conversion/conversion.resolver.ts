import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, Needs } from '../../identity/index.js';
import { queryArgs } from '../../platform/graphql/index.js';
import { DatasetArgs } from '../api/dataset.args.js';
import { ConversionLog } from './conversion-log.js';
import { Conversion, presentConversion } from './conversion.model.js';

/** What became of the files of a dataset, by GraphQL. */
@Needs('submission.read')
@Resolver(() => Conversion)
export class ConversionResolver {
  constructor(private readonly log: ConversionLog) {}

  @Query(() => [Conversion], { description: '本部门一份数据的附件转换成表的情况，最近的在前' })
  async conversions(@Args() args: DatasetArgs, @CurrentActor() actor: Actor): Promise<Conversion[]> {
    return (await this.log.of(queryArgs(DatasetArgs, args).identifier, actor)).map(presentConversion);
  }
}
