import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditRepository } from '../../audit/index.js';
import { type ActingContext, demand } from '../../identity/index.js';
import { AppError, type FieldError } from '../../kernel/app-error.js';
import { BUILT_IN_YEARS } from '../../kernel/calendar/index.js';
import { Clock } from '../../kernel/clock.js';
import { inTransaction } from '../../platform/database/index.js';
import { ClockRecount } from '../workflow/clock-recount.js';
import { contentHash } from '../write/canonical.js';
import { checkWorkYear, doubtsAboutWorkYear, type GivenWorkYear } from './check-work-year.js';
import { calendarOf, CurrentCalendar } from './current-calendar.js';
import type { WorkYearLoaded, WorkYearModel } from './work-year.model.js';
import { WorkYearRepository } from './work-year.repository.js';

const BUILT_IN_SOURCE = '国务院办公厅当年部分节假日安排的通知（随软件提供）';

/** Years of the working-day calendar: read by everyone, loaded when the notice of the next year is out. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly source: DataSource,
    private readonly years: WorkYearRepository,
    private readonly current: CurrentCalendar,
    private readonly recount: ClockRecount,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError NOT_FOUND for a year whose holidays are not known */
  async get(given: string): Promise<WorkYearModel> {
    const year = /^\d{4}$/.test(given) ? Number(given) : NaN;
    const row = (await this.years.all()).find((loaded) => loaded.year === year);
    if (row) return { year, source: row.source, off: row.off, work: row.work, builtIn: false };
    const built = BUILT_IN_YEARS.get(year);
    if (!built)
      throw new AppError('NOT_FOUND', `还没有“${given}”年的节假日安排；期限跨到这一年的，暂按周末推算。`, {
        english: `The holidays of ${given} are not loaded.`,
      });
    const days = (dates: ReadonlySet<string>) => [...dates].map((date) => `${year}-${date}`);
    return { year, source: BUILT_IN_SOURCE, off: days(built.off), work: days(built.work), builtIn: true };
  }

  /** Loads a year and counts every running period anew, in one transaction; the same year again changes nothing. @throws AppError VALIDATION_FAILED */
  async load(
    year: number,
    { force, ...given }: GivenWorkYear & { force?: boolean | null },
    { actor, requestId }: ActingContext,
  ): Promise<WorkYearLoaded> {
    demand(actor, 'calendar.load');
    const errors = checkWorkYear(year, given);
    const doubts = errors.some(({ field }) => field === 'year') ? [] : doubtsAboutWorkYear(year, given);
    const wrong = force ? errors : [...errors, ...doubts];
    if (wrong.length > 0) throw refused(year, wrong, errors.length === 0);
    const content = { year, source: given.source.trim(), off: [...given.off].sort(), work: [...given.work].sort() };
    const outcome = await inTransaction(this.source, async (transaction) => {
      await this.years.claim(transaction);
      const rows = await this.years.all(transaction);
      const before = rows.find((row) => row.year === year);
      const hashOf = ({ source, off, work }: typeof content) => contentHash({ year, source, off, work });
      if (before && hashOf(before) === hashOf(content)) return { changed: false, moved: 0 };
      const row = { ...content, loadedBy: actor.name, loadedAt: this.clock.now() };
      await this.years.save(transaction, row);
      const calendar = calendarOf([...rows.filter((one) => one.year !== year), row]);
      const why = `因载入 ${year} 年工作日历（${content.source}）`;
      const moved = await this.recount.within(transaction, calendar, why, { actor: actor.name, requestId });
      await this.audit.append(transaction, [
        {
          actor: actor.name,
          action: 'calendar.loaded',
          objectType: 'workYear',
          objectId: doubts.length > 0 ? `${year} force` : String(year),
          revision: null,
          beforeHash: before ? hashOf(before) : null,
          afterHash: hashOf(content),
          requestId,
        },
      ]);
      return { changed: true, moved };
    });
    await this.current.refresh();
    return { ...content, builtIn: false, ...outcome };
  }
}

function refused(year: number, wrong: FieldError[], forcible: boolean): AppError {
  const how = forcible ? '；与通知核对无误的，加 force（命令行为 --force）再载入' : '';
  return new AppError('VALIDATION_FAILED', `${year} 年的工作日历有 ${wrong.length} 处不对：${wrong[0]!.message}${how}。`, {
    english: `The calendar of ${year} has ${wrong.length} flaws.${forcible ? ' Checked against the notice, it can be loaded with force.' : ''}`,
    fields: wrong,
  });
}
