import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import type { PlacementBasis, PlacementSubject } from '../placement/placement.js';
import { type DocumentBlock, RULES_VERSION } from '../placement/placement-rule.js';
import type { DisclosureEntryRow } from './disclosure-entry.entity.js';

/** A document to be placed. */
export interface PlaceableDocument extends PlacementSubject {
  recordId: string;
  revision: number;
  published: boolean;
  departments: string[];
  publishedOn: string;
}

/** Which entries. */
export interface EntryFilter {
  department?: string;
  block?: DocumentBlock;
  /** One item, `any` of them, or `none` for what has neither item nor block. */
  item?: string;
  year?: number;
}

/** A line of a list. */
export interface ListedEntry {
  identifier: string;
  title: string;
  documentNumber: string | null;
  department: string | null;
  publishedOn: string | null;
  block: DocumentBlock | null;
  item: string | null;
  year: number | null;
  basis: PlacementBasis | null;
  current: boolean;
}

/** How many entries stand at one place. */
export interface PlaceCount {
  block: DocumentBlock | null;
  item: string | null;
  year: number | null;
  count: number;
  current: number;
  newestOn: string | null;
}

const SUBJECT = `r.id AS "recordId", r.revision, r.status = 'published' AS published, coalesce(r.published_on, '') AS "publishedOn",
  array_remove(r.department || r.co_departments, NULL) AS departments, r.title, r.validity,
  r.profile->>'documentType' AS "documentType", r.profile->>'legislationType' AS "legislationType", r.profile->>'publicity' AS publicity,
  r.profile->>'article20Code' AS "article20Code", r.profile->>'assembly' AS assembly`;

/** What everybody files under 其他 but has a block of its own is listed there alone. */
const FILTER = `e.listed AND ($1::text IS NULL OR e.departments @> ARRAY[$1]) AND ($2::text IS NULL OR e.block = $2)
  AND CASE $3::text WHEN '' THEN true WHEN 'none' THEN e.item IS NULL AND e.block IS NULL
           WHEN 'any' THEN e.item <> 'A20_15' OR (e.item IS NOT NULL AND e.block IS NULL)
           ELSE e.item = $3 AND (e.item <> 'A20_15' OR e.block IS NULL) END
  AND ($4::integer IS NULL OR e.year = $4)`;

const parametersOf = ({ department, block, item, year }: EntryFilter) => [department ?? null, block ?? null, item ?? '', year ?? null];

/** The places of documents in the database. */
@Injectable()
export class DisclosureEntryRepository {
  constructor(private readonly source: DataSource) {}

  documents(transaction: Transaction, recordIds: readonly string[]): Promise<PlaceableDocument[]> {
    return transaction.query(`SELECT ${SUBJECT} FROM record r WHERE r.kind = 'document' AND r.id = ANY($1::bigint[])`, [recordIds]);
  }

  /** Documents that have no place yet, or one of another revision or of other rules. */
  async unplaced(after: string, limit: number): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `SELECT r.id FROM record r LEFT JOIN disclosure_entry e ON e.record_id = r.id
        WHERE r.kind = 'document' AND r.id > $1::bigint AND (e.record_id IS NULL OR e.revision <> r.revision OR e.rules <> $2)
        ORDER BY r.id LIMIT $3`,
      [after, RULES_VERSION, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Never goes back to an older revision, whoever comes last. */
  async place(transaction: Transaction, entries: readonly DisclosureEntryRow[]): Promise<void> {
    if (entries.length === 0) return;
    await transaction.query(
      `INSERT INTO disclosure_entry (record_id, revision, rules, listed, departments, block, item, year, basis, current, published_on)
       SELECT "recordId", revision, rules, listed, departments, block, item, year, basis, current, "publishedOn"
         FROM jsonb_to_recordset($1::jsonb) AS new("recordId" bigint, revision integer, rules integer, listed boolean, departments text[],
           block text, item text, year integer, basis text, current boolean, "publishedOn" text)
       ON CONFLICT (record_id) DO UPDATE SET (revision, rules, listed, departments, block, item, year, basis, current, published_on) =
         (excluded.revision, excluded.rules, excluded.listed, excluded.departments, excluded.block, excluded.item, excluded.year,
          excluded.basis, excluded.current, excluded.published_on)
       WHERE disclosure_entry.revision <= excluded.revision`,
      [JSON.stringify(entries)],
    );
  }

  /** Newest first. */
  list(filter: EntryFilter, { limit, offset }: { limit: number; offset: number }): Promise<ListedEntry[]> {
    return this.source.query(
      `SELECT r.identifier, r.title, r.profile->>'documentNumber' AS "documentNumber", r.department, r.published_on AS "publishedOn",
           e.block, e.item, e.year, e.basis, e.current
         FROM disclosure_entry e JOIN record r ON r.id = e.record_id AND r.status = 'published'
        WHERE ${FILTER} ORDER BY e.published_on DESC, e.record_id DESC LIMIT $5 OFFSET $6`,
      [...parametersOf(filter), limit, offset],
    );
  }

  async count(filter: EntryFilter): Promise<number> {
    const [row] = await this.source.query<{ count: string }[]>(
      `SELECT count(*) FROM disclosure_entry e WHERE ${FILTER}`,
      parametersOf(filter),
    );
    return Number(row!.count);
  }

  /** Differs after every document that was placed. */
  async state(): Promise<string> {
    const [row] = await this.source.query<{ state: string }[]>(
      `SELECT count(*) || '-' || coalesce(sum(revision + rules), 0) AS state FROM disclosure_entry`,
    );
    return row!.state;
  }

  /** How many stand where, of one department or of all. */
  counts(department?: string): Promise<PlaceCount[]> {
    return this.source.query(
      `SELECT block, item, year, count(*)::integer AS count, count(*) FILTER (WHERE current)::integer AS current,
           nullif(max(published_on), '') AS "newestOn"
         FROM disclosure_entry WHERE listed AND ($1::text IS NULL OR departments @> ARRAY[$1]) GROUP BY block, item, year`,
      [department ?? null],
    );
  }
}
