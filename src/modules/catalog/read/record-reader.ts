import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AppError } from '../../kernel/app-error.js';
import { decodeIdCursor, encodeCursor } from '../../kernel/cursor.js';
import { VocabularyService } from '../../vocabulary/index.js';
import { hasOpenFiles } from '../attachment/attached-files.js';
import type { RecordKind, RecordRow } from '../record/record.entity.js';
import type { InputFields } from '../record/input-of.js';
import type { AnyRecord, RelatedRecord } from '../record/record.model.js';
import { unknownRecord } from '../record/unknown-record.js';
import { RELATION_LABELS } from '../relation/relation-type.js';
import { RelationRepository } from '../relation/relation.repository.js';
import type { RevisionRow } from '../write/revision.entity.js';
import { presentRecord } from './present-record.js';
import {
  type AddressRange,
  type AddressRow,
  type FileMember,
  type FoundFile,
  type HarvestFilter,
  type LatestFilter,
  type LedFilter,
  type LedRow,
  RecordRepository,
  type RevisionSummary,
} from './record.repository.js';
import { declaredInput } from './declared-input.js';

/** A page of a list, with a cursor for every record. */
export interface RecordPage {
  records: AnyRecord[];
  cursors: string[];
  hasNext: boolean;
}

/** Which records, from where on, how many. */
export interface RecordListFilter {
  kind?: RecordKind;
  department?: string;
  cursor?: string | null;
  limit: number;
}

/** A page of the records of one department, asked for among pages of others. */
export interface DepartmentPageKey {
  department: string;
  cursor?: string | null;
  limit: number;
}

/** What a department declared of a record. */
export interface DeclaredRecord extends Pick<RecordRow, 'kind' | 'status' | 'department' | 'revision'> {
  input: InputFields;
}

/** Reads the catalog; knows nothing of search. */
@Injectable()
export class RecordReader {
  constructor(
    private readonly source: DataSource,
    private readonly repository: RecordRepository,
    private readonly relations: RelationRepository,
    private readonly vocabulary: VocabularyService,
  ) {}

  /** @throws AppError NOT_FOUND, or GONE with date and reason for a withdrawn record */
  async get<K extends RecordKind>(identifier: string, kind?: K): Promise<Extract<AnyRecord, { kind: K }>> {
    const record = await this.find(identifier, kind);
    if (!record)
      throw new AppError(
        'NOT_FOUND',
        `没有标识符为“${identifier}”的${kind === 'dataset' ? '数据' : kind === 'document' ? '文件' : '记录'}，请检查标识符，或用搜索查找。`,
        { english: `There is no record ${identifier}.` },
      );
    if (record.status === 'withdrawn') {
      throw new AppError(
        'GONE',
        `“${record.title}”已于 ${record.updatedAt.slice(0, 10)} 撤回。原因：${record.withdrawalReason ?? '未说明'}`,
        {
          english: `The record ${identifier} was withdrawn on ${record.updatedAt.slice(0, 10)}.`,
        },
      );
    }
    return record as Extract<AnyRecord, { kind: K }>;
  }

  /** Whether everybody may have the files of a record. */
  async hasOpenFiles(identifier: string): Promise<boolean> {
    const row = await this.repository.findByIdentifier(identifier);
    return row !== null && hasOpenFiles(row);
  }

  /** The record in whatever status, for tombstones; undefined when there never was one. */
  async find(identifier: string, kind?: RecordKind): Promise<AnyRecord | undefined> {
    const row = await this.repository.findByIdentifier(identifier);
    if (!row || (kind && row.kind !== kind)) return undefined;
    return (await this.present([row]))[0];
  }

  /** Published records by identifier; unknown and withdrawn ones are absent. */
  async byIdentifiers(identifiers: readonly string[]): Promise<Map<string, AnyRecord>> {
    return this.publishedByIdentifier(await this.repository.findByIdentifiers(identifiers));
  }

  /** The same without their bodies, for lists. */
  async byIdentifiersWithoutBodies(identifiers: readonly string[]): Promise<Map<string, AnyRecord>> {
    return this.publishedByIdentifier(await this.repository.findByIdentifiersWithoutBodies(identifiers));
  }

  private async publishedByIdentifier(found: readonly RecordRow[]): Promise<Map<string, AnyRecord>> {
    const rows = found.filter(({ status }) => status === 'published');
    return new Map((await this.present(rows)).map((record) => [record.identifier, record]));
  }

  /** What departments declared of records, by identifier: what a change of each starts from. */
  async declared(identifiers: readonly string[]): Promise<Map<string, DeclaredRecord>> {
    return this.declaredOf(await this.repository.findByIdentifiers(identifiers));
  }

  /** The same of the published records that a department leads, a page in order of identifier. */
  async declaredOfDepartment(department: string, kind: RecordKind, offset: number, limit: number): Promise<Map<string, DeclaredRecord>> {
    return this.declaredOf(await this.repository.listLedBy({ department, kind, offset, limit }));
  }

  /** Lines of a list of what a department leads, newest first, without texts. */
  ledBy(filter: LedFilter): Promise<{ rows: LedRow[]; total: number }> {
    return this.repository.summariesLedBy(filter);
  }

  /** Identifiers of what is published, in their order. */
  identifiers(offset: number, limit: number): Promise<string[]> {
    return this.repository.publishedIdentifiers(offset, limit);
  }

  /** Files of published records by what they hold in the members given. */
  files(wanted: readonly FileMember[], offset: number, limit: number): Promise<{ count: number; files: FoundFile[] }> {
    return this.repository.findFiles(wanted, offset, limit);
  }

  /** One page, with the cursor of the next as REST answers it. */
  async list(filter: RecordListFilter): Promise<{ records: AnyRecord[]; nextCursor: string | null }> {
    const { records, cursors, hasNext } = await this.page(filter);
    return { records, nextCursor: hasNext ? (cursors.at(-1) ?? null) : null };
  }

  /** One page. @throws AppError BAD_REQUEST for a cursor of another list; `field` is what the caller calls the cursor */
  async page(filter: RecordListFilter, field: 'cursor' | 'after' = 'cursor'): Promise<RecordPage> {
    const scope = scopeOf(filter);
    const after = filter.cursor ? decodeIdCursor(filter.cursor, scope, field) : undefined;
    const { kind, department, limit } = filter;
    return this.pageOf(await this.repository.listForHarvest({ kind, department, after, limit: limit + 1 }), limit, scope);
  }

  /** A page of what harvesters ask for, in the order in which records came, each with its position; the next begins after the last. */
  async harvest(filter: HarvestFilter): Promise<{ position: string; record: AnyRecord }[]> {
    const rows = await this.repository.listForHarvest(filter);
    const records = await this.present(rows);
    return rows.map(({ id }, index) => ({ position: id, record: records[index]! }));
  }

  /** How many records harvesters would get. */
  harvestCount(filter: Omit<HarvestFilter, 'after' | 'limit' | 'offset'>): Promise<number> {
    return this.repository.countForHarvest(filter);
  }

  /** No record, withdrawn or not, has changed before; null while there is none. */
  earliestUpdate(): Promise<Date | null> {
    return this.repository.earliestUpdate();
  }

  /** A page of published records, those that were revised last first, each with its position; the next begins after the last. */
  async latest(filter: LatestFilter): Promise<{ position: NonNullable<LatestFilter['before']>; record: AnyRecord }[]> {
    const rows = await this.repository.listLatest(filter);
    const records = await this.present(rows);
    return rows.map(({ id, updatedAt }, index) => ({ position: { at: updatedAt, id }, record: records[index]! }));
  }

  /** Ranges of published records for lists of addresses, `size` at most in each. */
  addressRanges(size: number): Promise<AddressRange[]> {
    return this.repository.addressRanges(size);
  }

  /** The addresses of one such range, in pieces. */
  async *addressesOf(number: number, size: number, piece = 2_000): AsyncGenerator<AddressRow[]> {
    const until = String(BigInt(number + 1) * BigInt(size));
    for (let after = String(BigInt(number) * BigInt(size)); ;) {
      const rows = await this.repository.listAddresses(after, until, piece);
      if (rows.length > 0) yield rows;
      if (rows.length < piece) return;
      after = rows.at(-1)!.id;
    }
  }

  /** Pages of several departments, in as many statements as for one. */
  async pagesOfDepartments(keys: readonly DepartmentPageKey[]): Promise<RecordPage[]> {
    const wanted = keys.map((key) => ({
      ...key,
      limit: key.limit + 1,
      after: key.cursor ? decodeIdCursor(key.cursor, scopeOf(key), 'after') : '0',
    }));
    const rows = await this.repository.listOfDepartments(wanted);
    const presented = new Map(
      (await this.present([...new Map(rows.flat().map((row) => [row.id, row])).values()])).map((record) => [record.identifier, record]),
    );
    return keys.map((key, index) => pageOfRows(rows[index]!, key.limit, scopeOf(key), ({ identifier }) => presented.get(identifier)!));
  }

  countsOfDepartments(departments: readonly string[]): Promise<Map<string, number>> {
    return this.repository.countOfDepartments(departments);
  }

  count(kind?: RecordKind, department?: string): Promise<number> {
    return this.repository.countPublished(kind, department);
  }

  /** Relations of each record from either end, by identifier. */
  async related(identifiers: readonly string[]): Promise<Map<string, RelatedRecord[]>> {
    const rows = await this.repository.findByIdentifiers(identifiers);
    const ends = await this.relations.ends(rows.map(({ id }) => id));
    return new Map(
      rows.map(({ id, identifier }) => [
        identifier,
        (ends.get(id) ?? []).map(({ recordId: _, ...end }) => ({
          ...end,
          label: RELATION_LABELS[end.type][end.incoming ? 'backward' : 'forward'],
        })),
      ]),
    );
  }

  /** Revisions, newest first. @throws AppError NOT_FOUND */
  async revisions(identifier: string): Promise<RevisionRow[]> {
    const row = await this.repository.findByIdentifier(identifier);
    if (!row) throw unknownRecord(identifier);
    return this.repository.revisions(row.id);
  }

  /** Revisions of several records, newest first, by identifier. */
  async revisionsOf(identifiers: readonly string[]): Promise<Map<string, RevisionSummary[]>> {
    return this.repository.revisionsOf(identifiers);
  }

  private async declaredOf(rows: readonly RecordRow[]): Promise<Map<string, DeclaredRecord>> {
    const relations = await this.relations.outgoing(
      this.source.manager,
      rows.map(({ id }) => id),
    );
    return new Map(
      rows.map((row) => {
        const { identifier, kind, status, department, revision } = row;
        return [
          identifier,
          { kind, status, department, revision, input: declaredInput(row, relations.get(row.id) ?? [], this.vocabulary) },
        ];
      }),
    );
  }

  private async pageOf(rows: readonly RecordRow[], limit: number, scope: string): Promise<RecordPage> {
    const records = await this.present(rows.slice(0, limit));
    return pageOfRows(rows, limit, scope, (_, index) => records[index]!);
  }

  private async present(rows: readonly RecordRow[]): Promise<AnyRecord[]> {
    if (rows.length === 0) return [];
    const relations = await this.relations.outgoing(
      this.source.manager,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => presentRecord(row, relations.get(row.id) ?? [], this.vocabulary));
  }
}

const scopeOf = ({ kind, department }: { kind?: RecordKind; department?: string }) => `records:${kind ?? ''}:${department ?? ''}`;

function pageOfRows(
  rows: readonly RecordRow[],
  limit: number,
  scope: string,
  recordOf: (row: RecordRow, index: number) => AnyRecord,
): RecordPage {
  const page = rows.slice(0, limit);
  return { records: page.map(recordOf), cursors: page.map(({ id }) => encodeCursor(id, scope)), hasNext: rows.length > limit };
}
