import { ArgsType } from '@nestjs/graphql';
import { Key } from '../../kernel/field/index.js';

/** Names a dataset. */
@ArgsType()
export class DatasetArgs {
  @Key({ description: '数据的标识符' })
  identifier: string;
}
