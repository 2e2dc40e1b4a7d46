import { dueOf, limitOf } from '../../catalog/index.js';
import type { WorkCalendar } from '../../kernel/calendar/index.js';
import type { Judgement } from '../figure/counted.js';
import type { CountName } from '../figure/figure.js';
import { monthOf } from '../figure/month.js';

/** What decides whether a document was published in time. */
export interface DocumentDates {
  writtenOn: string | null;
  publishedOn: string | null;
  publicity: string | null;
  /** Only of permits and penalties, whose decisions have a shorter period; null of all others. */
  article20Code: string | null;
  /** Its type or title says that it is a decision. */
  decision: boolean;
}

/** How many working days it had, how many it took and until when; undefined where that cannot be told. */
export interface PublishingPeriod {
  limit: number;
  days: number;
  dueOn: string;
}

/** Codes whose documents are told apart by whether they are decisions. */
export const DECIDED_ITEMS = ['A20_05', 'A20_06'];

const isDay = (date: string | null): date is string => date?.length === 10;

/** Why the period of a document cannot be told (条例 Art. 26 binds only what is disclosed actively); undefined when it can. */
function reasonOf({ writtenOn, publishedOn, publicity }: DocumentDates): CountName | undefined {
  if (publicity === 'onRequest' || publicity === 'none') return 'publishing.notRequired';
  if (writtenOn === null) return 'publishing.noWrittenDate';
  if (!isDay(writtenOn) || !isDay(publishedOn)) return 'publishing.imprecise';
  return writtenOn > publishedOn ? 'publishing.reversed' : undefined;
}

/** The period of a document, the day of writing not counted (条例 Art. 26: 20 working days). Pure. */
export function periodOf(dates: DocumentDates, calendar: WorkCalendar): PublishingPeriod | undefined {
  const { writtenOn, publishedOn, article20Code, decision } = dates;
  if (reasonOf(dates) || writtenOn === null || publishedOn === null) return undefined;
  const limit = limitOf({ article20Code, documentType: decision ? '决定' : null }).workingDays;
  const { dueOn, dueCertain } = dueOf(writtenOn, limit, calendar);
  return dueCertain ? { limit, dueOn, days: calendar.countWorkingDays(writtenOn, publishedOn) } : undefined;
}

/** What documents of these dates count as. Pure. */
export function judgeDocument(dates: DocumentDates, calendar: WorkCalendar): Judgement {
  const month = monthOf(dates.publishedOn);
  if (month === null) return { month, figures: ['publishing.undated'] };
  const reason = reasonOf(dates);
  if (reason) return { month, figures: ['publishing.published', reason] };
  const period = periodOf(dates, calendar);
  if (!period) return { month, figures: ['publishing.published', 'publishing.calendarMissing'] };
  const kept = dates.publishedOn! <= period.dueOn;
  return {
    month,
    figures: ['publishing.published', 'publishing.told', kept ? 'publishing.onTime' : 'publishing.late'],
    days: period.days,
  };
}
