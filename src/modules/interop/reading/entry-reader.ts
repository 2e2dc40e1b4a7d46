import { Injectable } from '@nestjs/common';
import { type AnyRecord, type HarvestFilter, type LatestFilter, RecordReader } from '../../catalog/index.js';
import { TableReader } from '../../data/index.js';
import { DepartmentService } from '../../department/index.js';
import { VocabularyService } from '../../vocabulary/index.js';
import type { CatalogEntry } from '../mapping/entry.js';
import { EntryBuilder } from '../mapping/entry-builder.js';

/** Which records. */
export interface EntryFilter extends Pick<HarvestFilter, 'kind' | 'department' | 'from' | 'until' | 'withdrawn'> {
  /** Code of a topic; those below it count as well. */
  topic?: string;
}

/** An entry, and its place among all: the page after it begins there. */
export interface PlacedEntry {
  position: string;
  entry: CatalogEntry;
}

/** Whoever comes without a key. */
const EVERYBODY = { caller: 'interop' };

/** Reads the catalog for surfaces that speak vocabularies of others; never more than a page of it at once. */
@Injectable()
export class EntryReader {
  constructor(
    private readonly records: RecordReader,
    private readonly departments: DepartmentService,
    private readonly tables: TableReader,
    private readonly vocabulary: VocabularyService,
    private readonly builder: EntryBuilder,
  ) {}

  /** @throws AppError NOT_FOUND, or GONE with date and reason for a withdrawn record */
  async get(identifier: string): Promise<CatalogEntry> {
    return (await this.entriesOf([await this.records.get(identifier)]))[0]!;
  }

  /** In whatever status, for tombstones; undefined when there never was one. */
  async find(identifier: string): Promise<CatalogEntry | undefined> {
    const record = await this.records.find(identifier);
    return record && (await this.entriesOf([record]))[0];
  }

  /** Published records in the order given; unknown and withdrawn ones are absent. */
  async byIdentifiers(identifiers: readonly string[]): Promise<CatalogEntry[]> {
    return this.inOrder(identifiers, await this.records.byIdentifiers(identifiers));
  }

  /** The same without their bodies, for lists. */
  async byIdentifiersWithoutBodies(identifiers: readonly string[]): Promise<CatalogEntry[]> {
    return this.inOrder(identifiers, await this.records.byIdentifiersWithoutBodies(identifiers));
  }

  private inOrder(identifiers: readonly string[], found: ReadonlyMap<string, AnyRecord>): Promise<CatalogEntry[]> {
    return this.entriesOf(identifiers.flatMap((identifier) => found.get(identifier) ?? []));
  }

  /** A page, without bodies, in the order in which records came; records that change meanwhile keep their places. */
  async page(filter: EntryFilter, after: string | undefined, limit: number): Promise<PlacedEntry[]> {
    return this.placed({ ...this.harvestFilter(filter), after, limit });
  }

  /** A page by its place among all at this moment; records that go meanwhile move what follows. */
  async pageAt(filter: EntryFilter, offset: number, limit: number): Promise<PlacedEntry[]> {
    return this.placed({ ...this.harvestFilter(filter), offset, limit });
  }

  /** No record has changed before; null while there is none. */
  earliest(): Promise<Date | null> {
    return this.records.earliestUpdate();
  }

  /** How many there are. */
  count(filter: EntryFilter): Promise<number> {
    return this.records.harvestCount(this.harvestFilter(filter));
  }

  private harvestFilter({ topic, ...filter }: EntryFilter) {
    return { ...filter, topics: topic === undefined ? undefined : this.vocabulary.within('topic', topic) };
  }

  private async placed(filter: HarvestFilter): Promise<PlacedEntry[]> {
    const found = await this.records.harvest(filter);
    const entries = await this.entriesOf(found.map(({ record }) => record));
    return found.map(({ position }, index) => ({ position, entry: entries[index]! }));
  }

  /** All pages one after the other. */
  async *pages(filter: EntryFilter, size = 200): AsyncGenerator<CatalogEntry[]> {
    for (let after: string | undefined; ;) {
      const page = await this.page(filter, after, size);
      if (page.length > 0) yield page.map(({ entry }) => entry);
      if (page.length < size) return;
      after = page.at(-1)!.position;
    }
  }

  /** A page without bodies, what was revised last first; what is revised meanwhile moves to the front. */
  async latest(
    { topic, ...filter }: Pick<EntryFilter, 'kind' | 'department' | 'topic'>,
    before: LatestFilter['before'],
    limit: number,
  ): Promise<{ position: NonNullable<LatestFilter['before']>; entry: CatalogEntry }[]> {
    const topics = topic === undefined ? undefined : this.vocabulary.within('topic', topic);
    const found = await this.records.latest({ ...filter, topics, before, limit });
    const entries = await this.entriesOf(found.map(({ record }) => record));
    return found.map(({ position }, index) => ({ position, entry: entries[index]! }));
  }

  private async entriesOf(records: readonly AnyRecord[]): Promise<CatalogEntry[]> {
    const codes = records.flatMap((record) =>
      record.kind === 'document' ? record.departmentCodes : record.departmentCode ? [record.departmentCode] : [],
    );
    const datasets = records.filter(({ kind, status }) => kind === 'dataset' && status === 'published');
    const [departments, tables] = await Promise.all([
      this.departments.byCodes([...new Set(codes)]),
      this.tables.listOf(
        datasets.map(({ identifier }) => identifier),
        EVERYBODY,
      ),
    ]);
    return records.map((record) => this.builder.build(record, { departments, tables: tables.get(record.identifier) ?? [] }));
  }
}
