import { Injectable } from '@nestjs/common';
import type { Dataset } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { VocabularyService } from '../../vocabulary/index.js';
import { type CycleLength, type CycleState, cycleState } from './cycle-state.js';
import { type QualityFact, qualityFacts } from './quality-facts.js';

/** What follows from a dataset today. */
export interface DatasetFacts {
  cycle: CycleState;
  quality: QualityFact[];
  /** Codes of the types of its items (信息项数据类型), where they are known. */
  itemTypes: (string | undefined)[];
}

/** Judges a dataset by the code tables and the day. */
@Injectable()
export class DatasetJudge {
  constructor(
    private readonly vocabulary: VocabularyService,
    private readonly clock: Clock,
  ) {}

  factsOf(dataset: Dataset, tables: number): DatasetFacts {
    const { updateCycle, modifiedOn, publishedOn, nextUpdateDue, items } = dataset;
    const updates = { updateCycle, changedOn: modifiedOn ?? publishedOn, nextUpdateDue };
    const cycle = cycleState(updates, this.cycle(updateCycle), this.clock.today());
    return {
      cycle,
      quality: qualityFacts(dataset, { tables, cycle }),
      itemTypes: items.map(({ type }) => (type ? this.vocabulary.resolve('itemDataType', type)?.code : undefined)),
    };
  }

  private cycle(updateCycle: string | null | undefined): CycleLength | undefined {
    const code = updateCycle && this.vocabulary.resolve('updateCycle', updateCycle)?.code;
    const { nominalDays, graceDays } = (code && this.vocabulary.item('updateCycle', code)?.attributes) || {};
    return typeof nominalDays === 'number' && typeof graceDays === 'number' ? { nominalDays, graceDays } : undefined;
  }
}
