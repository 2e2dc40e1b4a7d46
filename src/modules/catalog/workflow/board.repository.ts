import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SubmissionRow } from './submission.entity.js';
import type { SubmissionState } from './submission-state.js';

/** How many submissions are in a state, by their clock. */
export interface StateCount {
  state: SubmissionState;
  green: number;
  amber: number;
  red: number;
}

/** Where something waits, and since when. */
export type Waiting = Pick<
  SubmissionRow,
  'id' | 'title' | 'state' | 'author' | 'dueOn' | 'dueCertain' | 'returned' | 'updatedAt' | 'action'
>;

export interface FindingCount {
  rule: string;
  message: string;
  submissions: number;
}

/** Published records of a department, and what they lack. */
export interface RecordCount {
  published: number;
  withdrawn: number;
  withoutAbstract: number;
  withoutKeywords: number;
}

const OPEN = `('draft', 'submitted', 'reviewed', 'scheduled')`;

/** Figures of departments; each group is one statement. */
@Injectable()
export class BoardRepository {
  constructor(private readonly source: DataSource) {}

  /** What is under way; red up to `today`, amber up to `amberUntil`. */
  states(departments: readonly string[] | undefined, today: string, amberUntil: string): Promise<StateCount[]> {
    return this.source.query(
      `SELECT state, (count(*) FILTER (WHERE due_on > $3))::int AS green, (count(*) FILTER (WHERE due_on > $2 AND due_on <= $3))::int AS amber,
              (count(*) FILTER (WHERE due_on <= $2))::int AS red
         FROM submission WHERE state IN ${OPEN} AND ($1::text[] IS NULL OR department = ANY ($1)) GROUP BY state`,
      [departments ?? null, today, amberUntil],
    );
  }

  /** How much was published since a moment, and how much of it up to the last day of its period. */
  async punctuality(departments: readonly string[] | undefined, since: Date): Promise<{ published: number; onTime: number }> {
    const [row] = await this.source.query<{ published: number; onTime: number }[]>(
      `SELECT count(*)::int AS published,
              (count(*) FILTER (WHERE to_char(updated_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') <= due_on))::int AS "onTime"
         FROM submission
        WHERE state = 'published' AND action = 'publish' AND updated_at >= $2 AND ($1::text[] IS NULL OR department = ANY ($1))`,
      [departments ?? null, since],
    );
    return row!;
  }

  /** What is under way, the most urgent first. */
  waiting(departments: readonly string[] | undefined, limit: number): Promise<Waiting[]> {
    return this.source.query(
      `SELECT id, title, state, author, due_on AS "dueOn", due_certain AS "dueCertain", returned, updated_at AS "updatedAt", action
         FROM submission WHERE state IN ${OPEN} AND ($1::text[] IS NULL OR department = ANY ($1)) ORDER BY due_on, updated_at LIMIT $2`,
      [departments ?? null, limit],
    );
  }

  /** What the gate found most often in what was submitted since a moment; a submission counts once for a rule. */
  findings(departments: readonly string[] | undefined, since: Date, limit: number): Promise<FindingCount[]> {
    return this.source.query(
      `SELECT f ->> 'rule' AS rule, min(f ->> 'message') AS message, count(DISTINCT s.id)::int AS submissions
         FROM submission s CROSS JOIN LATERAL jsonb_array_elements(s.findings) AS f
        WHERE s.updated_at >= $2 AND ($1::text[] IS NULL OR s.department = ANY ($1))
        GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT $3`,
      [departments ?? null, since, limit],
    );
  }

  async records(departments: readonly string[] | undefined): Promise<RecordCount> {
    const [row] = await this.source.query<RecordCount[]>(
      `SELECT (count(*) FILTER (WHERE status = 'published'))::int AS published, (count(*) FILTER (WHERE status = 'withdrawn'))::int AS withdrawn,
              (count(*) FILTER (WHERE status = 'published' AND abstract = ''))::int AS "withoutAbstract",
              (count(*) FILTER (WHERE status = 'published' AND keywords = '{}'))::int AS "withoutKeywords"
         FROM record WHERE $1::text[] IS NULL OR department = ANY ($1)`,
      [departments ?? null],
    );
    return row!;
  }
}
