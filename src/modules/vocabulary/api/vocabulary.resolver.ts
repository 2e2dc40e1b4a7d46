import { Args, Query, Resolver } from '@nestjs/graphql';
import { VocabularyService } from '../vocabulary.service.js';
import { presentVocabulary } from './present-vocabulary.js';
import { Vocabulary } from './vocabulary.model.js';
import { Open } from '../../platform/access/index.js';

/** Code tables by GraphQL. */
@Open()
@Resolver(() => Vocabulary)
export class VocabularyResolver {
  constructor(private readonly service: VocabularyService) {}

  @Query(() => [Vocabulary], { description: '全部代码表' })
  vocabularies(): Vocabulary[] {
    return this.service.tables().map(presentVocabulary);
  }

  @Query(() => Vocabulary, { description: '一个代码表' })
  vocabulary(@Args('name', { description: '表名，与记录的字段同名' }) name: string): Vocabulary {
    return presentVocabulary(this.service.table(name));
  }
}
