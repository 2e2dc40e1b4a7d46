import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Departments, RecordsWanted } from '../figure/figure-source.js';
import { ofDepartments } from '../figure/of-departments.js';
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
/** A table, or a file or service in one of the formats of the second parameter. */
const READABLE = `(r.id IN (SELECT record_id FROM data_table WHERE retired_at IS NULL)
  OR p.resources IS NOT NULL AND EXISTS (SELECT FROM jsonb_array_elements(p.resources) AS f (file) WHERE lower(f.file->>'format') = ANY ($2::text[])))`;
const DECLARES = `coalesce(p.formats ?| $2::text[], FALSE)`;
const FACTS = `r.department, p.openness, p."updateCycle", ${CHANGED} AS "changedOn", p."nextUpdateDue", ${READABLE} AS readable,
  ${DECLARES} AS "declaresReadable"`;
/** Of the departments of the first parameter. A profile is read once for all that is wanted of it: most are stored beside their records. */
const found = (departments: Departments | undefined) => `SELECT r.id, r.identifier, r.title, ${FACTS}
   FROM record r, jsonb_to_record(r.profile) AS p (openness text, "updateCycle" text, "nextUpdateDue" text, formats jsonb, resources jsonb)
  WHERE r.kind = 'dataset' AND r.status = 'published' AND ${ofDepartments('r.department', '$1', departments)}`;
/** Names a group: everything that decides what its datasets count as. */
const KEY = `jsonb_build_array(department, openness, "updateCycle", "changedOn", "nextUpdateDue", readable, "declaresReadable")::text`;

/** What decides about datasets, in the database. */
@Injectable()
export class DatasetRepository {
  constructor(private readonly source: DataSource) {}

  groups(formats: readonly string[], departments?: Departments): Promise<DatasetGroup[]> {
    return this.source.query(
      `SELECT ${KEY} AS key, department, openness, "updateCycle", "changedOn", "nextUpdateDue", readable, "declaresReadable", count(*)::int AS count
         FROM (${found(departments)}) AS found GROUP BY 2, 3, 4, 5, 6, 7, 8`,
      [departments, formats],
    );
  }

  list(formats: readonly string[], { keys, departments, after, limit }: RecordsWanted): Promise<JudgedDataset[]> {
    return this.source.query(
      `SELECT * FROM (${found(departments)} AND r.id > $3::bigint) AS found WHERE ${KEY} = ANY ($4::text[]) ORDER BY id LIMIT $5`,
      [departments, formats, after, keys, limit],
    );
  }
}
