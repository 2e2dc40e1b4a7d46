import { Injectable } from '@nestjs/common';
import { recordUrl } from '../../catalog/index.js';
import { addDays } from '../../kernel/date/index.js';
import { FigureBook } from '../book/figure-book.js';
import type { Counted } from '../figure/counted.js';
import { type CalendarDuty, calendarDuties } from './calendar-duty.js';
import { UpcomingRepository } from './upcoming.repository.js';

/** Something that a record has to have happened to it by a day. */
export interface UpcomingRecord {
  identifier: string;
  title: string;
  url: string;
  dueOn: string;
}

/** Records that are due, the soonest first, and how many there are in all. */
export interface UpcomingRecords {
  /** Last day that was looked at. */
  until: string;
  total: number;
  records: UpcomingRecord[];
}

/** What is soon due (即将到期). */
export interface Upcoming {
  asOf: string;
  /** Datasets whose update is due. */
  updates: UpcomingRecords;
  /** Documents that stop being in force. */
  expiries: UpcomingRecords;
  /** Duties of the calendar. */
  duties: CalendarDuty[];
}

/** How far ahead is looked. */
export const UPDATE_DAYS = 14;
export const EXPIRY_DAYS = 30;
const DUTY_DAYS = 90;
/** Records shown of each. */
const SHOWN = 5;
/** Records of the last of these groups that are looked at. */
const MOST_READ = 10_000;

/** Groups whose last day lies between two days, the soonest first. Pure. */
export const dueBetween = (groups: readonly Counted[], from: string, until: string): Counted[] =>
  groups
    .filter(({ dueOn }) => dueOn !== undefined && dueOn >= from && dueOn <= until)
    .toSorted((a, b) => (a.dueOn! < b.dueOn! ? -1 : a.dueOn! > b.dueOn! ? 1 : 0));

/** The first groups that hold as many records as are shown. Pure. */
function soonest(due: readonly Counted[]): Counted[] {
  let held = 0;
  return due.filter(({ count }) => (held += count) - count < SHOWN);
}

/** What is soon due: updates of datasets, ends of documents, duties of the calendar. */
@Injectable()
export class UpcomingReader {
  constructor(
    private readonly book: FigureBook,
    private readonly documents: UpcomingRepository,
  ) {}

  async read(): Promise<Upcoming> {
    const { asOf, groups } = await this.book.current();
    const [updatesUntil, expiriesUntil] = [addDays(asOf, UPDATE_DAYS), addDays(asOf, EXPIRY_DAYS)];
    const [updates, expiring] = await Promise.all([
      this.updates(dueBetween(groups.get('dataset') ?? [], asOf, updatesUntil), asOf),
      this.documents.expiring(asOf, expiriesUntil, SHOWN),
    ]);
    const expiries = expiring.documents.map(({ identifier, title, expiresOn }) => ({
      ...{ identifier, title, url: recordUrl('document', identifier), dueOn: expiresOn },
    }));
    return {
      asOf,
      updates: { until: updatesUntil, ...updates },
      expiries: { until: expiriesUntil, total: expiring.total, records: expiries },
      duties: calendarDuties(asOf, addDays(asOf, DUTY_DAYS)),
    };
  }

  private async updates(due: readonly Counted[], asOf: string): Promise<Omit<UpcomingRecords, 'until'>> {
    const first = soonest(due);
    const departments = [...new Set(first.map(({ department }) => department))];
    const found = await this.book.list('dataset', { keys: first.map(({ key }) => key), departments, after: '0', limit: MOST_READ }, asOf);
    const records = found
      .map(({ identifier, title, url, dueOn }) => ({ identifier, title, url, dueOn: dueOn! }))
      .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
    return { total: due.reduce((sum, { count }) => sum + count, 0), records: records.slice(0, SHOWN) };
  }
}
