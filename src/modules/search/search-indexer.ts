import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { RecordRepository, type RecordRow } from '../catalog/index.js';
import { DepartmentService } from '../department/index.js';
import { OutboxDispatcher } from '../platform/outbox/index.js';
import { VocabularyService } from '../vocabulary/index.js';
import { indexEntry } from './index-entry.js';
import type { IndexEntry, SearchEngine } from './search-engine.js';
import { SEARCH_ENGINE } from './search-engine.token.js';

const BATCH = 250;

/** Keeps the index in step with the catalog, and builds it anew beside the live one. */
@Injectable()
export class SearchIndexer implements OnModuleInit {
  constructor(
    @Inject(SEARCH_ENGINE) private readonly engine: SearchEngine,
    private readonly dispatcher: OutboxDispatcher,
    private readonly records: RecordRepository,
    private readonly departments: DepartmentService,
    private readonly vocabulary: VocabularyService,
  ) {}

  onModuleInit(): void {
    this.dispatcher.consumer('search', (messages) => this.refresh([...new Set(messages.map(({ recordId }) => recordId))]));
  }

  /** Brings the entries of the records to what the catalog holds now; repeating it changes nothing. */
  async refresh(recordIds: readonly string[]): Promise<void> {
    for (let start = 0; start < recordIds.length; start += BATCH) {
      const rows = await this.records.findByIds(recordIds.slice(start, start + BATCH));
      await this.engine.index(await this.entries(rows.filter(({ status }) => status === 'published')));
      const gone = rows.filter(({ status }) => status !== 'published');
      if (gone.length > 0) await this.engine.remove(gone.map(({ id, revision }) => ({ recordId: id, version: revision })));
    }
  }

  /** Builds a new index from the catalog and switches to it; readers notice nothing. Returns the number of entries. */
  async reindex(progress: (done: number) => void = () => undefined): Promise<number> {
    const rebuild = await this.engine.rebuild();
    try {
      let done = 0;
      for (let after = '0'; ;) {
        const rows = await this.records.pagePublished(after, BATCH);
        const last = rows.at(-1);
        if (!last) break;
        await rebuild.write(await this.entries(rows));
        after = last.id;
        progress((done += rows.length));
      }
      await rebuild.publish();
      return done;
    } catch (error) {
      await rebuild.discard();
      throw error;
    }
  }

  private async entries(rows: readonly RecordRow[]): Promise<IndexEntry[]> {
    const codes = rows.flatMap(({ department, coDepartments }) => (department ? [department, ...coDepartments] : coDepartments));
    const departments = await this.departments.byCodes(codes);
    return rows.map((row) => indexEntry(row, departments, this.vocabulary));
  }
}
