import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RecordsWanted } from '../figure/figure-source.js';
import type { DatasetFacts } from './dataset-rule.js';

/** Datasets of one department that are alike. */
export interface DatasetGroup extends DatasetFacts {
  key: string;
  department: string | null;
  count: number;
}

/** One of them. */
export interface JudgedDataset extends DatasetFacts {
  id: string;
  identifier: string;
  title: string;
  department: string | null;
}

const CHANGED = `coalesce(r.modified_on, to_char(r.updated_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'))`;
/** A table, or a file or service in one of the formats of the first parameter. */
const READABLE = `(r.id IN (SELECT record_id FROM data_table WHERE retired_at IS NULL)
  OR r.profile ? 'resources' AND EXISTS (SELECT FROM jsonb_array_elements(r.profile->'resources') AS f (file) WHERE lower(f.file->>'format') = ANY ($1::text[])))`;
const DECLARES = `coalesce(r.profile->'formats' ?| $1::text[], FALSE)`;
const FACTS = `r.department, r.profile->>'openness' AS openness, r.profile->>'updateCycle' AS "updateCycle", ${CHANGED} AS "changedOn",
  r.profile->>'nextUpdateDue' AS "nextUpdateDue", ${READABLE} AS readable, ${DECLARES} AS "declaresReadable"`;
const FOUND = `SELECT r.id, r.identifier, r.title, ${FACTS} FROM record r WHERE r.kind = 'dataset' AND r.status = 'published'`;
/** Names a group: everything that decides what its datasets count as. */
const KEY = `jsonb_build_array(department, openness, "updateCycle", "changedOn", "nextUpdateDue", readable, "declaresReadable")::text`;

/** What decides about datasets, in the database. */
@Injectable()
export class DatasetRepository {
  constructor(private readonly source: DataSource) {}

  groups(formats: readonly string[]): Promise<DatasetGroup[]> {
    return this.source.query(
      `SELECT ${KEY} AS key, department, openness, "updateCycle", "changedOn", "nextUpdateDue", readable, "declaresReadable", count(*)::int AS count
         FROM (${FOUND}) AS found GROUP BY 2, 3, 4, 5, 6, 7, 8`,
      [formats],
    );
  }

  list(formats: readonly string[], { keys, after, limit }: RecordsWanted): Promise<JudgedDataset[]> {
    return this.source.query(
      `SELECT * FROM (${FOUND} AND r.id > $2::bigint) AS found WHERE ${KEY} = ANY ($3::text[]) ORDER BY id LIMIT $4`,
      [formats, after, keys, limit],
    );
  }
}
