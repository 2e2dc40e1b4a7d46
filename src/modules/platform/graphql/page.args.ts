import { ArgsType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Whole } from '../../kernel/field/index.js';

/** Where a short list is looked into: by how many, after how many; of REST as of GraphQL. */
@ArgsType()
export abstract class PageArgs {
  @Type(() => Number)
  @Whole({ description: '每页条数', min: 1, max: 100, optional: true, absent: 20 })
  limit: number = 20;

  @Type(() => Number)
  @Whole({ description: '跳过多少条', min: 0, max: 100_000, optional: true, absent: 0 })
  offset: number = 0;
}
