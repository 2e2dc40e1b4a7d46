import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AppError } from '../../kernel/app-error.js';
import { decodeCursor, encodeCursor } from '../../kernel/cursor.js';
import { VocabularyService } from '../../vocabulary/index.js';
import type { RecordKind, RecordRow } from '../record/record.entity.js';
import type { AnyRecord, RelatedRecord } from '../record/record.model.js';
import { RELATION_LABELS } from '../relation/relation-type.js';
import { RelationRepository } from '../relation/relation.repository.js';
import type { RevisionRow } from '../write/revision.entity.js';
import { presentRecord } from './present-record.js';
import { RecordRepository } from './record.repository.js';

export interface RecordPage {
  records: AnyRecord[];
  nextCursor: string | null;
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
  async get(identifier: string, kind?: RecordKind): Promise<AnyRecord> {
    const record = await this.find(identifier, kind);
    if (!record) throw new AppError('NOT_FOUND', `没有标识符为“${identifier}”的${kind === 'dataset' ? '数据' : kind === 'document' ? '文件' : '记录'}，请检查标识符，或用搜索查找。`, { english: `There is no record ${identifier}.` });
    if (record.status === 'withdrawn') {
      throw new AppError('GONE', `“${record.title}”已于 ${record.updatedAt.slice(0, 10)} 撤回。原因：${record.withdrawalReason ?? '未说明'}`, {
        english: `The record ${identifier} was withdrawn on ${record.updatedAt.slice(0, 10)}.`,
      });
    }
    return record;
  }

  /** The record in whatever status, for tombstones; undefined when there never was one. */
  async find(identifier: string, kind?: RecordKind): Promise<AnyRecord | undefined> {
    const row = await this.repository.findByIdentifier(identifier);
    if (!row || (kind && row.kind !== kind)) return undefined;
    return (await this.present([row]))[0];
  }

  /** Published records by identifier; unknown and withdrawn ones are absent. */
  async byIdentifiers(identifiers: readonly string[]): Promise<Map<string, AnyRecord>> {
    const rows = (await this.repository.findByIdentifiers(identifiers)).filter(({ status }) => status === 'published');
    return new Map((await this.present(rows)).map((record) => [record.identifier, record]));
  }

  async list(filter: { kind?: RecordKind; department?: string; cursor?: string; limit: number }): Promise<RecordPage> {
    const scope = `records:${filter.kind ?? ''}:${filter.department ?? ''}`;
    const after = filter.cursor ? decodeCursor(filter.cursor, scope) : undefined;
    const rows = await this.repository.listPublished({ ...filter, after, limit: filter.limit + 1 });
    const page = rows.slice(0, filter.limit);
    const last = page.at(-1);
    return { records: await this.present(page), nextCursor: rows.length > page.length && last ? encodeCursor(last.id, scope) : null };
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
        (ends.get(id) ?? []).map(({ recordId: _, ...end }) => ({ ...end, label: RELATION_LABELS[end.type][end.incoming ? 'backward' : 'forward'] })),
      ]),
    );
  }

  /** Revisions, newest first. @throws AppError NOT_FOUND */
  async revisions(identifier: string): Promise<RevisionRow[]> {
    const row = await this.repository.findByIdentifier(identifier);
    if (!row) throw new AppError('NOT_FOUND', `没有标识符为“${identifier}”的记录。`, { english: `There is no record ${identifier}.` });
    return this.repository.revisions(row.id);
  }

  private async present(rows: readonly RecordRow[]): Promise<AnyRecord[]> {
    if (rows.length === 0) return [];
    const relations = await this.relations.outgoing(this.source.manager, rows.map(({ id }) => id));
    return rows.map((row) => presentRecord(row, relations.get(row.id) ?? [], this.vocabulary));
  }
}
