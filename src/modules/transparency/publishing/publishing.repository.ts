import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RecordsWanted } from '../figure/figure-source.js';
import { DECIDED_ITEMS, type DocumentDates } from './publishing-rule.js';

/** Documents of one department and the same dates. */
export interface DocumentGroup extends DocumentDates {
  key: string;
  department: string | null;
  count: number;
}

/** One of them. */
export interface DatedDocument extends DocumentDates {
  id: string;
  identifier: string;
  title: string;
  department: string | null;
}

const ITEM = `CASE WHEN profile->>'article20Code' IN (${DECIDED_ITEMS.map((item) => `'${item}'`).join(', ')}) THEN profile->>'article20Code' END`;
const DECISION = `${ITEM} IS NOT NULL AND strpos(concat(profile->>'documentType', title), '决定') > 0`;
/** Names a group: everything that decides what its documents count as. */
const KEY = `jsonb_build_array(department, profile->>'writtenOn', published_on, profile->>'publicity', ${ITEM}, ${DECISION})::text`;
const DATES = `department, profile->>'writtenOn' AS "writtenOn", published_on AS "publishedOn", profile->>'publicity' AS publicity,
  ${ITEM} AS "article20Code", ${DECISION} AS decision`;
const PUBLISHED = `kind = 'document' AND status = 'published'`;

/** Dates of documents in the database. */
@Injectable()
export class PublishingRepository {
  constructor(private readonly source: DataSource) {}

  groups(): Promise<DocumentGroup[]> {
    return this.source.query(
      `SELECT key, department, "writtenOn", "publishedOn", publicity, "article20Code", decision, count(*)::int AS count
         FROM (SELECT ${KEY} AS key, ${DATES} FROM record WHERE ${PUBLISHED}) AS dated GROUP BY 1, 2, 3, 4, 5, 6, 7`,
    );
  }

  list({ keys, after, limit }: RecordsWanted): Promise<DatedDocument[]> {
    return this.source.query(
      `SELECT id, identifier, title, ${DATES} FROM record
        WHERE ${PUBLISHED} AND id > $1::bigint AND ${KEY} = ANY ($2::text[]) ORDER BY id LIMIT $3`,
      [after, keys, limit],
    );
  }
}
