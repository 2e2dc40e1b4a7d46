import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { VocabularyService } from '../vocabulary/index.js';
import { TextAnalyzer } from './analysis/index.js';
import { type AnalysedQuery, type Knowledge, type Lexicon, loadKnowledge, understandQuery } from './query/index.js';
import { LEXICON } from './search-engine.token.js';

/** Understands queries with the language data of the system and the vocabulary of the index. */
@Injectable()
export class QueryUnderstanding {
  private readonly knowledge: Knowledge;

  constructor(
    vocabulary: VocabularyService,
    private readonly analyzer: TextAnalyzer,
    @Inject(LEXICON) private readonly lexicon: Lexicon,
    private readonly clock: Clock,
  ) {
    this.knowledge = loadKnowledge(vocabulary.table('region').items);
  }

  understand(text: string): Promise<AnalysedQuery> {
    return understandQuery(text, {
      analyzer: this.analyzer,
      knowledge: this.knowledge,
      lexicon: this.lexicon,
      thisYear: Number(this.clock.today().slice(0, 4)),
    });
  }
}
