import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RecordsWanted } from '../figure/figure-source.js';
import type { RequestFacts } from './request-rule.js';

/** Applications to one department that are alike. */
export interface RequestGroup extends RequestFacts {
  key: string;
  department: string | null;
  count: number;
}

/** One of them, with the dataset it is about and nothing of who applied. */
export interface JudgedRequest extends RequestFacts {
  id: string;
  identifier: string;
  title: string;
  department: string | null;
}

const dayOf = (column: string) => `to_char(${column} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`;
const FOUND = `SELECT a.id, r.identifier, r.title, r.department, a.state, ${dayOf('a.submitted_at')} AS "submittedOn", a.due_on AS "dueOn",
  ${dayOf('a.decided_at')} AS "decidedOn" FROM access_application a JOIN record r ON r.id = a.record_id`;
/** Names a group: everything that decides what its applications count as. */
const KEY = `jsonb_build_array(department, state, "submittedOn", "dueOn", "decidedOn")::text`;

/** How applications to use data stand, in the database. */
@Injectable()
export class RequestRepository {
  constructor(private readonly source: DataSource) {}

  groups(): Promise<RequestGroup[]> {
    return this.source.query(
      `SELECT ${KEY} AS key, department, state, "submittedOn", "dueOn", "decidedOn", count(*)::int AS count
         FROM (${FOUND}) AS found GROUP BY 2, 3, 4, 5, 6`,
    );
  }

  list({ keys, after, limit }: RecordsWanted): Promise<JudgedRequest[]> {
    return this.source.query(
      `SELECT * FROM (${FOUND} WHERE a.id > $1::bigint) AS found WHERE ${KEY} = ANY ($2::text[]) ORDER BY id LIMIT $3`,
      [after, keys, limit],
    );
  }
}
