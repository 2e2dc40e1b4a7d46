import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Departments, RecordsWanted } from '../figure/figure-source.js';
import { ofDepartments } from '../figure/of-departments.js';
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

const ITEM = `CASE WHEN p."article20Code" IN (${DECIDED_ITEMS.map((item) => `'${item}'`).join(', ')}) THEN p."article20Code" END`;
const DECISION = `${ITEM} IS NOT NULL AND strpos(concat(p."documentType", r.title), '决定') > 0`;
const DATES = `r.department, p."writtenOn", r.published_on AS "publishedOn", p.publicity, ${ITEM} AS "article20Code", ${DECISION} AS decision`;
/** A profile is read once for all that is wanted of it: most are stored beside their records. */
const PUBLISHED = `record r, jsonb_to_record(r.profile) AS p ("writtenOn" text, publicity text, "article20Code" text, "documentType" text)
  WHERE r.kind = 'document' AND r.status = 'published'`;
/** Names a group: everything that decides what its documents count as. */
const KEY = `jsonb_build_array(department, "writtenOn", "publishedOn", publicity, "article20Code", decision)::text`;

/** Dates of documents in the database. */
@Injectable()
export class PublishingRepository {
  constructor(private readonly source: DataSource) {}

  groups(departments?: Departments): Promise<DocumentGroup[]> {
    return this.source.query(
      `SELECT ${KEY} AS key, department, "writtenOn", "publishedOn", publicity, "article20Code", decision, count(*)::int AS count
         FROM (SELECT ${DATES} FROM ${PUBLISHED} AND ${ofDepartments('r.department', '$1', departments)}) AS dated GROUP BY 2, 3, 4, 5, 6, 7`,
      [departments],
    );
  }

  list({ keys, departments, after, limit }: RecordsWanted): Promise<DatedDocument[]> {
    return this.source.query(
      `SELECT * FROM (SELECT r.id, r.identifier, r.title, ${DATES} FROM ${PUBLISHED}
            AND r.id > $2::bigint AND ${ofDepartments('r.department', '$1', departments)}) AS dated
        WHERE ${KEY} = ANY ($3::text[]) ORDER BY id LIMIT $4`,
      [departments, after, keys, limit],
    );
  }
}
