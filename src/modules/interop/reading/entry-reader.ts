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
export interface PlacedEntry<Position = string> {
  position: Position;
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

  /** Published records in the order given, without bodies; unknown and withdrawn ones are absent. */
  async byIdentifiers(identifiers: readonly string[]): Promise<CatalogEntry[]> {
    const found = await this.records.byIdentifiersWithoutBodies(identifiers);
    return this.entriesOf(identifiers.flatMap((identifier) => found.get(identifier) ?? []));
  }

  /** A page, without bodies, in the order in which records came; records that change meanwhile keep their places. */
  async page(filter: EntryFilter, after: string | undefined, limit: number): Promise<PlacedEntry[]> {
    return this.placed(await this.records.harvest({ ...this.harvestFilter(filter), after, limit }));
  }

  /** A page by its place among all at this moment; records that go meanwhile move what follows. */
  async pageAt(filter: EntryFilter, offset: number, limit: number): Promise<PlacedEntry[]> {
    return this.placed(await this.records.harvest({ ...this.harvestFilter(filter), offset, limit }));
  }

  /** No record has changed before; null while there is none. */
  earliest(): Promise<Date | null> {
    return this.records.earliestUpdate();
  }

  /** How many there are. */
  count(filter: EntryFilter): Promise<number> {
    return this.records.harvestCount(this.harvestFilter(filter));
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
    filter: Pick<EntryFilter, 'kind' | 'department' | 'topic'>,
    before: LatestFilter['before'],
    limit: number,
  ): Promise<PlacedEntry<NonNullable<LatestFilter['before']>>[]> {
    return this.placed(await this.records.latest({ ...this.harvestFilter(filter), before, limit }));
  }

  private harvestFilter<Filter extends { topic?: string }>({ topic, ...filter }: Filter) {
    return { ...filter, topics: topic === undefined ? undefined : this.vocabulary.within('topic', topic) };
  }

  private async placed<Position>(found: readonly { position: Position; record: AnyRecord }[]): Promise<PlacedEntry<Position>[]> {
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
