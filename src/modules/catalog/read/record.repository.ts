import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type RecordKind, RecordRow } from '../record/record.entity.js';
import { RevisionRow } from '../write/revision.entity.js';

/** A revision without its content. */
export type RevisionSummary = Pick<RevisionRow, 'revision' | 'action' | 'contentHash' | 'reason' | 'createdAt'>;

export interface ListFilter {
  kind?: RecordKind;
  department?: string;
  /** Records with a larger id only. */
  after?: string;
  limit: number;
}

/** What others who harvest the catalog ask for. */
export interface HarvestFilter extends ListFilter {
  /** Codes of topics, any of them. */
  topics?: readonly string[];
  /** When it was last revised, by whole seconds, both ends included. */
  from?: Date;
  until?: Date;
  /** Withdrawn records too. */
  withdrawn?: boolean;
  /** How many to pass over, for pages by number. */
  offset?: number;
}

/** Which records to list, those that were revised last first. */
export interface LatestFilter extends Pick<HarvestFilter, 'kind' | 'department' | 'topics' | 'limit'> {
  /** The last record of the page before: when it was revised, to the millisecond, and its id. */
  before?: { at: Date; id: string };
}

/** A published record as a list of addresses needs it. */
export type AddressRow = Pick<RecordRow, 'id' | 'identifier' | 'kind' | 'updatedAt'>;

/** How many published records there are in a range of ids, and when any of them was last revised. */
export interface AddressRange {
  number: number;
  updatedAt: Date;
}

/** Which records of those that departments lead. */
export interface LedFilter {
  departments?: readonly string[];
  kind?: RecordKind;
  status?: RecordRow['status'];
  /** What they lack. */
  lack?: 'abstract' | 'keywords';
  text?: string;
  limit: number;
  offset: number;
}

/** A line of such a list. */
export type LedRow = Pick<RecordRow, 'identifier' | 'kind' | 'status' | 'title' | 'revision' | 'department' | 'publishedOn' | 'updatedAt'>;

/** What a hit shows of its record. */
export type HitRow = Pick<
  RecordRow,
  | 'id'
  | 'identifier'
  | 'kind'
  | 'title'
  | 'abstract'
  | 'keywords'
  | 'topic'
  | 'region'
  | 'department'
  | 'publishedOn'
  | 'modifiedOn'
  | 'body'
  | 'profile'
  | 'validity'
>;

/** Members of a file that are looked through, and what they are called in the database. */
const FILE_MEMBERS = { title: 'title', description: 'description', url: 'url', format: 'format', sha256: 'sha256' } as const;

/** A text that a file holds in one of its members. */
export interface FileMember {
  member: keyof typeof FILE_MEMBERS;
  text: string;
}

/** A file of a record, by its place among them. */
export interface FoundFile {
  identifier: string;
  place: number;
}

/** Everything but the body, which lists do not show. */
const WITHOUT_BODY = [
  'id',
  'identifier',
  'kind',
  'status',
  'revision',
  'title',
  'abstract',
  'keywords',
  'topic',
  'region',
  'department',
  'coDepartments',
  'publishedOn',
  'modifiedOn',
  'sourceUrl',
  'profile',
  'validity',
  'warnings',
  'withdrawalReason',
  'createdAt',
  'updatedAt',
] as const;

/** Reads records. */
@Injectable()
export class RecordRepository {
  constructor(private readonly source: DataSource) {}

  findByIdentifier(identifier: string): Promise<RecordRow | null> {
    return this.source.manager.findOneBy(RecordRow, { identifier });
  }

  findByIdentifiers(identifiers: readonly string[]): Promise<RecordRow[]> {
    return this.source.manager.createQueryBuilder(RecordRow, 'r').where('r.identifier = ANY(:identifiers)', { identifiers }).getMany();
  }

  /** The same without their bodies. */
  findByIdentifiersWithoutBodies(identifiers: readonly string[]): Promise<RecordRow[]> {
    return this.withoutBodies().where('r.identifier = ANY(:identifiers)', { identifiers }).getMany();
  }

  findByIds(ids: readonly string[]): Promise<RecordRow[]> {
    return this.source.manager.createQueryBuilder(RecordRow, 'r').where('r.id = ANY(:ids)', { ids }).getMany();
  }

  /** What a list of hits shows of each published record; of a long body only the beginning. */
  findHits(ids: readonly string[], bodyLength: number): Promise<HitRow[]> {
    return this.source.query(
      `SELECT id, identifier, kind, title, abstract, keywords, topic, region, department, published_on AS "publishedOn", modified_on AS "modifiedOn", left(body, $2) AS body, profile, validity
         FROM record WHERE id = ANY($1::bigint[]) AND status = 'published'`,
      [ids, bodyLength],
    );
  }

  /** Identifiers of published records in their order, and nothing else of them. */
  async publishedIdentifiers(offset: number, limit: number): Promise<string[]> {
    const rows = await this.source.query<{ identifier: string }[]>(
      `SELECT identifier FROM record WHERE status = 'published' ORDER BY identifier OFFSET $1 LIMIT $2`,
      [offset, limit],
    );
    return rows.map(({ identifier }) => identifier);
  }

  /** Files of published records, in the order of the records, that hold each text in the member it is given for; and how many there are. */
  async findFiles(wanted: readonly FileMember[], offset: number, limit: number): Promise<{ count: number; files: FoundFile[] }> {
    const conditions = wanted.map(({ member }, index) => `strpos(lower(f.file ->> '${FILE_MEMBERS[member]}'), lower($${index + 1})) > 0`);
    const found = `FROM record r CROSS JOIN LATERAL jsonb_array_elements(coalesce(r.profile -> 'resources', r.profile -> 'attachments', '[]'::jsonb))
         WITH ORDINALITY AS f (file, place) WHERE r.status = 'published'${conditions.map((condition) => ` AND ${condition}`).join('')}`;
    const texts = wanted.map(({ text }) => text);
    const [[row], files] = await Promise.all([
      this.source.query<{ count: string }[]>(`SELECT count(*) ${found}`, texts),
      this.source.query<{ identifier: string; place: number }[]>(
        `SELECT r.identifier, (f.place - 1)::int AS place ${found} ORDER BY r.id, f.place OFFSET $${texts.length + 1} LIMIT $${texts.length + 2}`,
        [...texts, offset, limit],
      ),
    ]);
    return { count: Number(row!.count), files };
  }

  /** Records in order of id, without their bodies. */
  listForHarvest({ after, limit, offset, ...filter }: HarvestFilter): Promise<RecordRow[]> {
    const query = this.harvested(filter);
    if (after) query.andWhere('r.id > :after', { after });
    return query.orderBy('r.id').offset(offset).limit(limit).getMany();
  }

  countForHarvest(filter: Omit<HarvestFilter, 'after' | 'limit' | 'offset'>): Promise<number> {
    return this.harvested(filter).getCount();
  }

  /** When the record that changed longest ago last did. */
  async earliestUpdate(): Promise<Date | null> {
    const [row] = await this.source.query<{ earliest: Date | null }[]>('SELECT min(updated_at) AS earliest FROM record');
    return row!.earliest;
  }

  private withoutBodies() {
    return this.source.manager.createQueryBuilder(RecordRow, 'r').select(WITHOUT_BODY.map((column) => `r.${column}`));
  }

  private harvested({ kind, department, topics, from, until, withdrawn = false }: Omit<HarvestFilter, 'after' | 'limit' | 'offset'>) {
    const query = this.withoutBodies().where(withdrawn ? 'TRUE' : `r.status = 'published'`);
    if (kind) query.andWhere('r.kind = :kind', { kind });
    if (department) query.andWhere('(r.department = :department OR :department = ANY(r.coDepartments))', { department });
    if (topics) query.andWhere('r.topic = ANY(:topics)', { topics });
    if (from) query.andWhere('r.updatedAt >= :from', { from });
    if (until) query.andWhere('r.updatedAt < :end', { end: new Date(until.getTime() + 1_000) });
    return query;
  }

  /** Published records without their bodies, those that were revised last first. */
  listLatest({ before, limit, ...filter }: LatestFilter): Promise<RecordRow[]> {
    const query = this.harvested(filter);
    if (before) query.andWhere(`(date_trunc('milliseconds', r.updatedAt), r.id) < (:at, :id::bigint)`, before);
    return query.orderBy(`date_trunc('milliseconds', r.updated_at)`, 'DESC').addOrderBy('r.id', 'DESC').limit(limit).getMany();
  }

  /** Ranges of ids that hold published records, `size` ids each: a record stays in its range whatever happens to others. */
  addressRanges(size: number): Promise<AddressRange[]> {
    return this.source.query(
      `SELECT ((id - 1) / $1::bigint)::int AS number, max(updated_at) AS "updatedAt"
         FROM record WHERE status = 'published' GROUP BY 1 ORDER BY 1`,
      [size],
    );
  }

  /** Published records with ids after one and up to another, without anything that a list of addresses does not show. */
  listAddresses(after: string, until: string, limit: number): Promise<AddressRow[]> {
    return this.source.query(
      `SELECT id, identifier, kind, updated_at AS "updatedAt"
         FROM record WHERE status = 'published' AND id > $1::bigint AND id <= $2::bigint ORDER BY id LIMIT $3`,
      [after, until, limit],
    );
  }

  /** The first published records of each department after a position, without their bodies; the lists are in the order asked. */
  async listOfDepartments(wanted: readonly { department: string; after: string; limit: number }[]): Promise<RecordRow[][]> {
    const found = await this.source.query<{ place: string; id: string }[]>(
      `SELECT k.place - 1 AS place, r.id
         FROM unnest($1::text[], $2::bigint[], $3::int[]) WITH ORDINALITY AS k (department, after, most, place)
        CROSS JOIN LATERAL (
          SELECT id FROM record
           WHERE status = 'published' AND id > k.after AND (department = k.department OR k.department = ANY (co_departments))
           ORDER BY id LIMIT k.most) r
        ORDER BY k.place, r.id`,
      [wanted.map(({ department }) => department), wanted.map(({ after }) => after), wanted.map(({ limit }) => limit)],
    );
    const rows = await this.withoutBodies()
      .where('r.id = ANY(:ids)', { ids: found.map(({ id }) => id) })
      .getMany();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return wanted.map((_, index) => found.filter(({ place }) => Number(place) === index).flatMap(({ id }) => byId.get(id) ?? []));
  }

  async countOfDepartments(departments: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.source.query<{ department: string; count: string }[]>(
      `SELECT k.department, count(r.id) FROM unnest($1::text[]) AS k (department)
         LEFT JOIN record r ON r.status = 'published' AND (r.department = k.department OR k.department = ANY (r.co_departments))
        GROUP BY k.department`,
      [departments],
    );
    return new Map(rows.map(({ department, count }) => [department, Number(count)]));
  }

  /** Published records that a department leads, whole, in order of identifier. */
  listLedBy({ department, kind, offset, limit }: { department: string; kind: RecordKind; offset: number; limit: number }) {
    return this.source.manager
      .createQueryBuilder(RecordRow, 'r')
      .where(`r.status = 'published' AND r.department = :department AND r.kind = :kind`, { department, kind })
      .orderBy('r.identifier COLLATE "C"')
      .offset(offset)
      .limit(limit)
      .getMany();
  }

  async summariesLedBy({ departments, kind, status, lack, text, limit, offset }: LedFilter): Promise<{ rows: LedRow[]; total: number }> {
    const like = text ? `%${text.replace(/[\\%_]/g, '\\$&')}%` : null;
    const found = await this.source.query<(LedRow & { total: string })[]>(
      `SELECT identifier, kind, status, title, revision, department, published_on AS "publishedOn", updated_at AS "updatedAt", count(*) OVER () AS total
         FROM record
        WHERE ($1::text[] IS NULL OR department = ANY ($1)) AND ($2::text IS NULL OR kind = $2) AND ($3::text IS NULL OR status = $3)
          AND ($4::text IS NULL OR ($4 = 'abstract' AND abstract = '') OR ($4 = 'keywords' AND keywords = '{}'))
          AND ($5::text IS NULL OR title ILIKE $5 OR identifier ILIKE $5)
        ORDER BY id DESC LIMIT $6 OFFSET $7`,
      [departments ?? null, kind ?? null, status ?? null, lack ?? null, like, limit, offset],
    );
    return { rows: found.map(({ total: _, ...row }) => row), total: Number(found[0]?.total ?? 0) };
  }

  async countPublished(kind?: RecordKind, department?: string): Promise<number> {
    const [row] = await this.source.query<{ count: string }[]>(
      `SELECT count(*) FROM record WHERE status = 'published' AND ($1::text IS NULL OR kind = $1)
         AND ($2::text IS NULL OR department = $2 OR $2 = ANY(co_departments))`,
      [kind ?? null, department ?? null],
    );
    return Number(row!.count);
  }

  /** Published records after `after`, whole, for export and for building an index. */
  pagePublished(after: string, limit: number): Promise<RecordRow[]> {
    return this.source.manager
      .createQueryBuilder(RecordRow, 'r')
      .where(`r.status = 'published' AND r.id > :after`, { after })
      .orderBy('r.id')
      .limit(limit)
      .getMany();
  }

  /** Id and revision of published records in order of id, for comparing with what is derived from them. */
  async pageRevisions(after: string, limit: number): Promise<{ id: string; revision: number }[]> {
    return this.source.query(`SELECT id, revision FROM record WHERE status = 'published' AND id > $1::bigint ORDER BY id LIMIT $2`, [
      after,
      limit,
    ]);
  }

  /** Published records in order of identifier, whole: an order that two databases share. */
  pageByIdentifier(after: string, limit: number): Promise<RecordRow[]> {
    return this.source.manager
      .createQueryBuilder(RecordRow, 'r')
      .where(`r.status = 'published' AND r.identifier COLLATE "C" > :after`, { after })
      .orderBy('r.identifier COLLATE "C"')
      .limit(limit)
      .getMany();
  }

  revisions(recordId: string): Promise<RevisionRow[]> {
    return this.source.manager.find(RevisionRow, { where: { recordId }, order: { revision: 'DESC' }, take: 200 });
  }

  /** The same of several records, without the content, by identifier. */
  async revisionsOf(identifiers: readonly string[]): Promise<Map<string, RevisionSummary[]>> {
    const rows = await this.source.query<(RevisionSummary & { identifier: string })[]>(
      `SELECT r.identifier, v.revision, v.action, v.content_hash AS "contentHash", v.reason, v.created_at AS "createdAt"
         FROM record r CROSS JOIN LATERAL (SELECT * FROM record_revision WHERE record_id = r.id ORDER BY revision DESC LIMIT 200) v
        WHERE r.identifier = ANY ($1) ORDER BY r.id, v.revision DESC`,
      [identifiers],
    );
    const found = new Map<string, RevisionSummary[]>();
    for (const { identifier, ...revision } of rows) found.set(identifier, [...(found.get(identifier) ?? []), revision]);
    return found;
  }
}
