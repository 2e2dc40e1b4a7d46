import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { BUILT_IN_YEARS, WorkCalendar, yearOf } from '../../kernel/calendar/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Log } from '../../platform/logging/index.js';
import type { WorkYearRow } from './work-year.entity.js';
import { WorkYearRepository } from './work-year.repository.js';

/** For what is only shown, another process may be behind by this much. */
const REFRESH_EVERY = 5_000;

/** The calendar of the built-in years and those loaded on top of them. Pure. */
export function calendarOf(rows: readonly Pick<WorkYearRow, 'year' | 'off' | 'work'>[]): WorkCalendar {
  const loaded = rows.map(({ year, off, work }) => {
    const dates = (days: readonly string[]) => days.map((day) => day.slice(5));
    return [year, yearOf(dates(off), dates(work))] as const;
  });
  return new WorkCalendar(new Map([...BUILT_IN_YEARS, ...loaded]));
}

/** The working-day calendar as it stands: exact inside a transaction, a few seconds old at most for what is shown. */
@Injectable()
export class CurrentCalendar implements OnModuleInit, OnModuleDestroy {
  private known = new WorkCalendar();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly years: WorkYearRepository,
    private readonly log: Log,
  ) {}

  /** For showing. */
  get calendar(): WorkCalendar {
    return this.known;
  }

  /** For deciding: nobody loads a year before this transaction has ended. */
  async within(transaction: Transaction): Promise<WorkCalendar> {
    await this.years.share(transaction);
    return (this.known = calendarOf(await this.years.all(transaction)));
  }

  async refresh(): Promise<void> {
    this.known = calendarOf(await this.years.all());
  }

  async onModuleInit(): Promise<void> {
    await this.refresh();
  }

  /** Follows what other processes load. */
  start(): void {
    const refresh = () =>
      void this.refresh().catch((error: unknown) => this.log.error({ error }, 'the working-day calendar cannot be read'));
    this.timer ??= setInterval(refresh, REFRESH_EVERY).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}
