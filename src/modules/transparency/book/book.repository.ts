import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Departments } from '../figure/figure-source.js';

/** What figures depend on beside the records: each a short text that differs after every change. */
export interface BesideRecords {
  /** Applications, and what people said. */
  people: string;
  /** The working-day calendar. */
  calendar: string;
}

/** What figures depend on. */
@Injectable()
export class BookRepository {
  constructor(private readonly source: DataSource) {}

  async state(): Promise<BesideRecords> {
    const [row] = await this.source.query<[BesideRecords]>(
      `SELECT concat_ws('-',
         (SELECT count(*) || '-' || coalesce(sum(hashtext(concat_ws(' ', id, state, due_on, decided_at))::bigint), 0) FROM access_application),
         (SELECT count(*) || '-' || coalesce(sum(hashtext(concat_ws(' ', id, state, department, due_on, decided_at))::bigint), 0) FROM feedback)) AS people,
         (SELECT count(*) || '-' || coalesce(extract(epoch FROM max(loaded_at)), 0) FROM work_year) AS calendar`,
    );
    return row;
  }

  /**
   * Departments that records changed in a stretch of the log of changes have, or had since the revision before it.
   * Undefined when more than `most` records changed: whoever asks does better to look at everything.
   */
  async departmentsOfChanges(after: string, until: string, most: number): Promise<Departments | undefined> {
    const changed = await this.source.query<{ id: string; first: number | null }[]>(
      `SELECT record_id AS id, min(revision) AS first FROM catalog_change
        WHERE id > $1::bigint AND id <= $2::bigint GROUP BY record_id LIMIT $3`,
      [after, until, most + 1],
    );
    if (changed.length > most) return undefined;
    // A change of a table alone has no revision, and leaves the department as it is.
    const found = await this.source.query<{ department: string | null }[]>(
      `WITH changed AS (SELECT * FROM unnest($1::bigint[], $2::integer[]) AS row (id, first))
       SELECT r.department FROM changed JOIN record r USING (id)
       UNION SELECT v.snapshot->>'department' FROM changed c JOIN record_revision v ON v.record_id = c.id AND v.revision >= c.first - 1`,
      [changed.map(({ id }) => id), changed.map(({ first }) => first)],
    );
    return found.map(({ department }) => department);
  }
}
