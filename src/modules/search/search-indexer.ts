import { setTimeout } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { AttachmentTextRepository, attachedFiles, RecordRepository, type RecordRow } from '../catalog/index.js';
import { DepartmentService } from '../department/index.js';
import { AppError } from '../kernel/app-error.js';
import { Log } from '../platform/logging/index.js';
import { Metrics } from '../platform/metrics/index.js';
import { OutboxDispatcher } from '../platform/outbox/index.js';
import { VocabularyService } from '../vocabulary/index.js';
import { compareVersions, type IndexDifference, isEqual, lasting } from './index-comparison.js';
import { bySize } from './entry-batches.js';
import { indexEntry, MOST_OF_ATTACHMENTS } from './index-entry.js';
import { ParkedEntryRepository } from './parked-entry.repository.js';
import type { IndexedVersion, IndexEntry, IndexRebuild, RefusedEntry, SearchEngine } from './search-engine.js';
import { SEARCH_ENGINE } from './search-engine.token.js';

const BATCH = 250;
const RETRY_MS = 3_000;
const VERSIONS_A_PAGE = 20_000;
/** Looks at a new index that differs from the catalog before a rebuild gives up. */
const MOST_LOOKS = 10;

/** Keeps the index in step with the catalog, compares the two, and builds it anew beside the live one. */
@Injectable()
export class SearchIndexer implements OnModuleInit, BeforeApplicationShutdown {
  private prepared?: Promise<boolean>;
  private preparing?: Promise<void>;
  private readonly stopping = new AbortController();

  constructor(
    @Inject(SEARCH_ENGINE) private readonly engine: SearchEngine,
    private readonly dispatcher: OutboxDispatcher,
    private readonly records: RecordRepository,
    private readonly attachments: AttachmentTextRepository,
    private readonly departments: DepartmentService,
    private readonly vocabulary: VocabularyService,
    private readonly parked: ParkedEntryRepository,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.dispatcher.consumer('search', (messages) => this.refresh([...new Set(messages.map(({ recordId }) => recordId))]));
    this.metrics.gauge('haozhao_search_parked_records', 'Records that the search index cannot take', () => this.parked.count());
    this.metrics.gauge('haozhao_search_entries', 'Entries of the live search index', () => this.engine.count());
    this.metrics.gauge('haozhao_search_backlog', 'Changes of records that are not in the search index yet', async () => {
      return (await this.dispatcher.backlogs()).get('search') ?? 0;
    });
  }

  /**
   * Makes sure that there is an index, and fills a new one from the catalog; false while another process is filling it.
   * @throws AppError UNAVAILABLE while the engine is away; the next call tries again
   */
  async prepare(): Promise<boolean> {
    this.prepared ??= this.fill();
    const filling = this.prepared;
    const again = () => {
      if (this.prepared === filling) this.prepared = undefined;
    };
    try {
      const filled = await filling;
      if (!filled) again();
      return filled;
    } catch (error) {
      again();
      throw error;
    }
  }

  /** Whether there are changes of records that searches do not show yet. */
  async isBehind(): Promise<boolean> {
    return (await this.dispatcher.backlog('search')) > 0;
  }

  /** Prepares in the background, however long the engine is away; takes over from a process that died while filling. */
  start(): void {
    this.preparing ??= (async () => {
      while (!this.stopping.signal.aborted) {
        try {
          if (await this.prepare()) return;
        } catch (error) {
          this.log.error({ error }, 'the search index cannot be prepared; it will try again');
        }
        await setTimeout(RETRY_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    })();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.preparing;
  }

  /** Brings the entries of the records to what the catalog holds now; repeating it changes nothing. */
  async refresh(recordIds: readonly string[]): Promise<void> {
    await this.prepare();
    try {
      for (let start = 0; start < recordIds.length; start += BATCH) await this.refreshBatch(recordIds.slice(start, start + BATCH));
    } catch (error) {
      // The index may be gone with the server that held it.
      this.prepared = undefined;
      throw error;
    }
  }

  /** Builds a new index from the catalog and switches to it when both agree; readers notice nothing. Returns the number of entries. */
  async reindex(progress: (done: number) => void = () => undefined): Promise<number> {
    const rebuild = await this.engine.rebuild();
    try {
      let done = 0;
      // The next batch is read and analysed while the engine takes in the one before.
      let writing: Promise<RefusedEntry[]> = Promise.resolve([]);
      for (let after = '0'; ;) {
        const rows = await this.records.pagePublished(after, BATCH);
        const last = rows.at(-1);
        if (!last) break;
        const before = writing;
        writing = inTurn(await this.entries(rows), (entries) => rebuild.write(entries));
        // Awaited in the next round; until then its failure is nobody's.
        writing.catch(() => undefined);
        await this.parkRefused(await before);
        after = last.id;
        progress((done += rows.length));
      }
      await this.parkRefused(await writing);
      await this.catchUp(rebuild);
      await rebuild.publish();
      return done;
    } catch (error) {
      await rebuild.discard().catch((failure: unknown) => {
        this.log.warn({ error: failure }, 'an unfinished index could not be removed; the next rebuild removes it');
      });
      throw error;
    }
  }

  /** Goes back to the index before and brings it to what the catalog holds now; false when the engine keeps none. */
  async goBack(): Promise<boolean> {
    if (!(await this.engine.rollback())) return false;
    await this.repair(await this.compare());
    return true;
  }

  /** What the live index lacks, holds at another revision or holds too much; parked records are not counted. */
  async compare(): Promise<IndexDifference> {
    const first = await this.difference(this.engine.versions());
    return isEqual(first) ? first : lasting(first, await this.difference(this.engine.versions()));
  }

  /** Brings everything that differs to what the catalog holds. */
  async repair({ missing, stale, surplus }: IndexDifference): Promise<void> {
    await this.refresh([...missing, ...stale].map(({ recordId }) => recordId));
    if (surplus.length > 0) await this.engine.remove(surplus);
  }

  private async fill(): Promise<boolean> {
    if (!(await this.engine.prepare())) return true;
    this.log.info({}, 'the search index is new; filling it from the catalog');
    try {
      await this.reindex();
      return true;
    } catch (error) {
      // Another process is filling it; what is written meanwhile goes to its new index too.
      if (error instanceof AppError && error.code === 'CONFLICT') return false;
      throw error;
    }
  }

  private async refreshBatch(recordIds: readonly string[]): Promise<void> {
    const rows = await this.records.findByIds(recordIds);
    const published = rows.filter(({ status }) => status === 'published');
    const gone = rows.filter(({ status }) => status !== 'published');
    const refused = await inTurn(await this.entries(published), (entries) => this.engine.index(entries));
    if (gone.length > 0) await this.engine.remove(gone.map(({ id, revision }) => ({ recordId: id, version: revision })));
    await this.parked.release(recordIds);
    await this.parkRefused(refused);
  }

  /** An entry that is refused at a revision must not stand in the index at an older one. */
  private async parkRefused(refused: RefusedEntry[]): Promise<void> {
    if (refused.length === 0) return;
    await this.parked.park(refused);
    await this.engine.remove(refused.map(({ recordId, version }) => ({ recordId, version })));
    for (const { recordId, version, reason } of refused) this.log.warn({ recordId, version, reason }, 'a record cannot be indexed');
  }

  /**
   * Writes what changed since it was read, until the new index agrees with the catalog. What differs in one look and no
   * longer in the next was only on its way: every process writes to both indices.
   */
  private async catchUp(rebuild: IndexRebuild): Promise<void> {
    let before: IndexDifference | undefined;
    for (let look = 0; look < MOST_LOOKS; look++) {
      const difference = await this.difference(rebuild.versions());
      if (isEqual(difference) || (before && isEqual(lasting(before, difference)))) return;
      const changed = [...difference.missing, ...difference.stale].map(({ recordId }) => recordId);
      for (let start = 0; start < changed.length; start += BATCH) {
        const rows = await this.records.findByIds(changed.slice(start, start + BATCH));
        const published = rows.filter(({ status }) => status === 'published');
        await this.parkRefused(await inTurn(await this.entries(published), (entries) => rebuild.write(entries)));
      }
      if (difference.surplus.length > 0) await this.engine.remove(difference.surplus);
      before = difference;
    }
    throw new AppError('CONFLICT', '新索引与目录一直对不上，已保留原来的索引；请用 haozhao doctor 查看差异。', {
      english: 'The new index does not come to agree with the catalog; the old one stays. See haozhao doctor.',
    });
  }

  private async difference(index: AsyncIterable<IndexedVersion[]>): Promise<IndexDifference> {
    const difference = await compareVersions(this.catalogVersions(), index);
    const parked = new Set((await this.parked.list()).map(({ recordId, version }) => `${recordId}@${version}`));
    return { ...difference, missing: difference.missing.filter(({ recordId, version }) => !parked.has(`${recordId}@${version}`)) };
  }

  private async *catalogVersions(): AsyncIterable<IndexedVersion[]> {
    for (let after = '0'; ;) {
      const rows = await this.records.pageRevisions(after, VERSIONS_A_PAGE);
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map(({ id, revision }) => ({ recordId: id, version: revision }));
      after = last.id;
    }
  }

  private async entries(rows: readonly RecordRow[]): Promise<IndexEntry[]> {
    const codes = rows.flatMap(({ department, coDepartments }) => (department ? [department, ...coDepartments] : coDepartments));
    const departments = await this.departments.byCodes(codes);
    const files = rows.flatMap((row) => attachedFiles(row).map(({ sha256 }) => sha256));
    const texts = await this.attachments.beginnings(files, MOST_OF_ATTACHMENTS);
    return rows.map((row) => indexEntry(row, departments, this.vocabulary, texts));
  }
}

/** Long texts go a few at a time: what analysis makes of them is larger than they are. */
async function inTurn(entries: IndexEntry[], write: (entries: IndexEntry[]) => Promise<RefusedEntry[]>): Promise<RefusedEntry[]> {
  const refused: RefusedEntry[] = [];
  for (const batch of bySize(entries)) refused.push(...(await write(batch)));
  return refused;
}
