import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import { WorkYearRow } from './work-year.entity.js';

/** Whoever writes a due day shares this lock; whoever loads a year has it alone, so that no due day is counted by the calendar of before. */
const CALENDAR_LOCK = 7_264_011;

/** Loaded years of the calendar in the database. */
@Injectable()
export class WorkYearRepository {
  constructor(private readonly source: DataSource) {}

  all(transaction?: Transaction): Promise<WorkYearRow[]> {
    return (transaction ?? this.source).query(
      'SELECT year, source, off, work, loaded_by AS "loadedBy", loaded_at AS "loadedAt" FROM work_year ORDER BY year',
    );
  }

  async share(transaction: Transaction): Promise<void> {
    await transaction.query('SELECT pg_advisory_xact_lock_shared($1)', [CALENDAR_LOCK]);
  }

  async claim(transaction: Transaction): Promise<void> {
    await transaction.query('SELECT pg_advisory_xact_lock($1)', [CALENDAR_LOCK]);
  }

  async save(transaction: Transaction, row: WorkYearRow): Promise<void> {
    await transaction.upsert(WorkYearRow, row, ['year']);
  }
}
