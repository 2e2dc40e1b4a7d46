import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FeedbackFigure, FeedbackFigureFilter } from './feedback-figure.js';

/** Counts of what was submitted, in the database. */
@Injectable()
export class FeedbackFigureRepository {
  constructor(private readonly source: DataSource) {}

  months({ from, to, department }: FeedbackFigureFilter, today: string): Promise<FeedbackFigure[]> {
    return this.source.query(
      `SELECT left(submitted_on, 7) AS month, department, kind, count(*)::int AS received,
           count(*) FILTER (WHERE state <> 'waiting')::int AS answered,
           count(*) FILTER (WHERE state <> 'waiting' AND ended_on <= due_on)::int AS "inTime",
           count(*) FILTER (WHERE coalesce(ended_on, $1) > due_on)::int AS overdue,
           count(*) FILTER (WHERE state <> 'waiting' OR due_on < $1)::int AS due,
           count(*) FILTER (WHERE confirmed)::int AS confirmed
         FROM feedback
        WHERE ($2::text IS NULL OR submitted_on >= $2) AND ($3::text IS NULL OR left(submitted_on, 7) <= $3)
          AND ($4::text IS NULL OR department = $4)
        GROUP BY 1, 2, 3 ORDER BY 1, 2 NULLS LAST, 3`,
      [today, from ?? null, to ?? null, department ?? null],
    );
  }
}
