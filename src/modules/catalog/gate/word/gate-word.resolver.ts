import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type ActingContext, CurrentContext, Idempotent, Needs } from '../../../identity/index.js';
import { mutationInput } from '../../../platform/graphql/index.js';
import { GateWord, GateWordChange, GateWordInput, GateWordQuery } from './gate-word.model.js';
import { GateWordService } from './gate-word.service.js';

/** Sensitive and wrong expressions of the gate, by GraphQL. */
@Resolver(() => GateWord)
export class GateWordResolver {
  constructor(private readonly words: GateWordService) {}

  @Query(() => [GateWord], { description: '发布前检查的用词表：随系统提供的和本平台设置的' })
  @Needs('gateWord.read')
  gateWords(): Promise<GateWord[]> {
    return this.words.list();
  }

  @Mutation(() => GateWordChange, { description: '设置一个词，替换原有设置；从下一次检查起生效' })
  @Idempotent()
  @Needs('gateWord.write')
  async setGateWord(@Args('input') given: GateWordInput, @CurrentContext() context: ActingContext): Promise<GateWordChange> {
    const input = mutationInput(GateWordInput, given);
    await this.words.set(input, context);
    return { word: input.word };
  }

  @Mutation(() => GateWordChange, { description: '取消对一个词的设置；随系统提供的词恢复原样' })
  @Idempotent()
  @Needs('gateWord.write')
  async removeGateWord(@Args() args: GateWordQuery, @CurrentContext() context: ActingContext): Promise<GateWordChange> {
    const { word } = mutationInput(GateWordQuery, args);
    await this.words.remove(word, context);
    return { word };
  }
}
