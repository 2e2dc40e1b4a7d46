import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { CatalogModule } from '../catalog/index.js';
import { DepartmentModule } from '../department/index.js';
import { IdentityModule } from '../identity/index.js';
import { OutboxModule } from '../platform/outbox/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { TextAnalyzer } from './analysis/index.js';
import { BestBetController } from './api/best-bet.controller.js';
import { BestBetResolver } from './api/best-bet.resolver.js';
import { SearchController } from './api/search.controller.js';
import { SearchResolver } from './api/search.resolver.js';
import type { Lexicon } from './query/index.js';
import { QueryUnderstanding } from './query-understanding.js';
import { BestBetRepository } from './preference/best-bet.repository.js';
import { BestBetService } from './preference/best-bet.service.js';
import { QueryPreferences } from './preference/query-preferences.js';
import { UsageCounter } from './preference/usage-counter.js';
import { UsageRepository } from './preference/usage.repository.js';
import type { SearchEngine } from './search-engine.js';
import { LEXICON, SEARCH_ENGINE } from './search-engine.token.js';
import { EngineQuestions } from './engine-questions.js';
import { ParkedEntryRepository } from './parked-entry.repository.js';
import { SearchIndexer } from './search-indexer.js';
import { SearchListService } from './search-list.service.js';
import { SearchService } from './search.service.js';

/** An engine and the vocabulary of its index. */
export interface EngineChoice {
  engine: SearchEngine;
  lexicon: Lexicon;
}

/** Search over the catalog, with the engine that the entry point chose. */
@Module({})
export class SearchModule implements OnApplicationShutdown {
  constructor(@Inject(SEARCH_ENGINE) private readonly engine: SearchEngine) {}

  async onApplicationShutdown(): Promise<void> {
    await this.engine.close();
  }

  static with(choose: (analyzer: TextAnalyzer) => EngineChoice): DynamicModule {
    const choice = Symbol('EngineChoice');
    return {
      module: SearchModule,
      // Configured once by the entry point; whoever reads lists asks for SearchService.
      global: true,
      imports: [AuditModule, CatalogModule, DepartmentModule, IdentityModule, OutboxModule, VocabularyModule],
      controllers: [SearchController, BestBetController],
      providers: [
        TextAnalyzer,
        { provide: choice, useFactory: choose, inject: [TextAnalyzer] },
        { provide: SEARCH_ENGINE, useFactory: ({ engine }: EngineChoice) => engine, inject: [choice] },
        { provide: LEXICON, useFactory: ({ lexicon }: EngineChoice) => lexicon, inject: [choice] },
        QueryUnderstanding,
        ParkedEntryRepository,
        SearchIndexer,
        EngineQuestions,
        SearchListService,
        SearchService,
        SearchResolver,
        BestBetRepository,
        BestBetResolver,
        BestBetService,
        UsageRepository,
        UsageCounter,
        QueryPreferences,
      ],
      exports: [SearchListService, SearchService, SearchIndexer, ParkedEntryRepository],
    };
  }
}
