import { Args, ArgsType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, Needs } from '../../identity/index.js';
import { Key } from '../../kernel/field/index.js';
import { queryArgs } from '../../platform/graphql/index.js';
import { ConversionLog } from './conversion-log.js';
import { Conversion, presentConversion } from './conversion.model.js';

/** Names a dataset. */
@ArgsType()
class ConversionArgs {
  @Key({ description: '数据的标识符' })
  identifier: string;
}

/** What became of the files of a dataset, by GraphQL. */
@Needs('submission.read')
@Resolver(() => Conversion)
export class ConversionResolver {
  constructor(private readonly log: ConversionLog) {}

  @Query(() => [Conversion], { description: '本部门一份数据的附件转换成表的情况，最近的在前' })
  async conversions(@Args() args: ConversionArgs, @CurrentActor() actor: Actor): Promise<Conversion[]> {
    return (await this.log.of(queryArgs(ConversionArgs, args).identifier, actor)).map(presentConversion);
  }
}
