import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../platform/graphql/index.js';
import { type AnyRecord, CatalogRecord, RelatedRecord } from '../record/record.model.js';
import { WriteResult } from './record-answers.js';
import { RecordLoaders } from './record.loader.js';
import { Open } from '../../platform/access/index.js';

/** From a relation to the record at its other end. */
@Open()
@Resolver(() => RelatedRecord)
export class RelatedRecordResolver {
  constructor(private readonly loaders: RecordLoaders) {}

  @ResolveField(() => CatalogRecord, { nullable: true, description: '对方；不在库中或已撤回时为空' })
  record(@Parent() { identifier }: RelatedRecord, @Context() context: GraphqlContext): Promise<AnyRecord | undefined> {
    return this.loaders.record.load(context, identifier);
  }
}

/** From a write to the record as it now stands. */
@Open()
@Resolver(() => WriteResult)
export class WriteResultResolver {
  constructor(private readonly loaders: RecordLoaders) {}

  @ResolveField(() => CatalogRecord, { nullable: true, description: '写入后的记录' })
  record(@Parent() { identifier }: WriteResult, @Context() context: GraphqlContext): Promise<AnyRecord | undefined> {
    this.loaders.record.clear(context, identifier);
    return this.loaders.record.load(context, identifier);
  }
}
