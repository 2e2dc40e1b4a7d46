import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FeedbackKind } from '../../feedback/index.js';
import type { RecordsWanted } from '../figure/figure-source.js';
import type { FeedbackFacts } from './feedback-rule.js';

/** What was said to one department and is alike. */
export interface FeedbackGroup extends FeedbackFacts {
  key: string;
  department: string | null;
  count: number;
}

/** One of them, with the record it is about, and nothing of what was said. */
export interface JudgedFeedback extends FeedbackFacts {
  id: string;
  kind: FeedbackKind;
  recordKind: 'dataset' | 'document';
  identifier: string;
  title: string;
  department: string | null;
}

const FOUND = `SELECT f.id, f.kind, r.kind AS "recordKind", r.identifier, r.title, f.department, f.state, f.submitted_on AS "submittedOn",
  f.due_on AS "dueOn", to_char(f.decided_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "decidedOn"
  FROM feedback f JOIN record r ON r.id = f.record_id`;
/** Names a group: everything that decides what its members count as. */
const KEY = `jsonb_build_array(department, state, "submittedOn", "dueOn", "decidedOn")::text`;

/** How questions, corrections and examples stand, in the database. */
@Injectable()
export class FeedbackFigureRepository {
  constructor(private readonly source: DataSource) {}

  groups(): Promise<FeedbackGroup[]> {
    return this.source.query(
      `SELECT ${KEY} AS key, department, state, "submittedOn", "dueOn", "decidedOn", count(*)::int AS count
         FROM (${FOUND}) AS found GROUP BY 2, 3, 4, 5, 6`,
    );
  }

  list({ keys, after, limit }: RecordsWanted): Promise<JudgedFeedback[]> {
    return this.source.query(
      `SELECT * FROM (${FOUND} WHERE f.id > $1::bigint) AS found WHERE ${KEY} = ANY ($2::text[]) ORDER BY id LIMIT $3`,
      [after, keys, limit],
    );
  }
}
