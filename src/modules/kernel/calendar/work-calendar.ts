import built from './work-years.json' with { type: 'json' };

/** A year of the State Council's holiday notice: days off beside weekends, and weekends that are worked, as `MM-DD`. */
export interface WorkYear {
  off: ReadonlySet<string>;
  work: ReadonlySet<string>;
}

/** A day reached by counting; `certain` is false when a year without a notice was crossed, of which only weekends are known. */
export interface CountedDay {
  day: string;
  certain: boolean;
}

const DAY = 86_400_000;

export const yearOf = (off: readonly string[], work: readonly string[]): WorkYear => ({ off: new Set(off), work: new Set(work) });

/** The years of 2008 to 2026, as the notices set them. */
export const BUILT_IN_YEARS: ReadonlyMap<number, WorkYear> = new Map(
  Object.entries(built).map(([year, { off, work }]) => [Number(year), yearOf(off.split(' '), work.split(' '))]),
);

const instantOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

/** Working days by the holiday notices; days are `YYYY-MM-DD`. */
export class WorkCalendar {
  private exceptions?: Exceptions;

  constructor(private readonly years: ReadonlyMap<number, WorkYear> = BUILT_IN_YEARS) {}

  knows(year: number): boolean {
    return this.years.has(year);
  }

  isWorkDay(day: string): boolean {
    const year = this.years.get(Number(day.slice(0, 4)));
    const date = day.slice(5);
    if (year?.work.has(date)) return true;
    if (year?.off.has(date)) return false;
    const weekday = new Date(instantOf(day)).getUTCDay();
    return weekday !== 0 && weekday !== 6;
  }

  /** The `count`th working day after `start`, which is not counted itself (民法典 Art. 201). */
  addWorkingDays(start: string, count: number): CountedDay {
    const first = instantOf(start) / DAY;
    const wanted = this.workDaysThrough(first) + count;
    let last = first;
    // A day is one working day at most: going on by what is missing never passes the day that is sought.
    for (let missing = count; missing > 0; missing = wanted - this.workDaysThrough(last)) last += missing;
    return { day: dayOf(last * DAY), certain: this.knowsAll(first + 1, last) };
  }

  /** Whether there is a notice for every year from one day to another; true of no days at all. */
  private knowsAll(first: number, last: number): boolean {
    const yearOfDay = (dayNumber: number) => new Date(dayNumber * DAY).getUTCFullYear();
    for (let year = yearOfDay(first); first <= last && year <= yearOfDay(last); year += 1) if (!this.knows(year)) return false;
    return true;
  }

  /** Working days after `from` up to and including `to`; negative when `to` lies before. Takes as long for a century as for a week. */
  countWorkingDays(from: string, to: string): number {
    return this.workDaysThrough(instantOf(to) / DAY) - this.workDaysThrough(instantOf(from) / DAY);
  }

  /** Working days up to and including a day, from a fixed one long ago. */
  private workDaysThrough(dayNumber: number): number {
    const { days, sums } = (this.exceptions ??= exceptionsOf(this.years));
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (days[middle]! <= dayNumber) low = middle + 1;
      else high = middle;
    }
    return weekdaysThrough(dayNumber) + (low === 0 ? 0 : sums[low - 1]!);
  }
}

/** Where the notices depart from the week: days in order, and how many working days more or less there were up to each. */
interface Exceptions {
  days: number[];
  sums: number[];
}

/** Monday to Friday up to and including a day; day 0 was a Thursday, so that whole weeks end on Wednesdays. */
function weekdaysThrough(dayNumber: number): number {
  const weeks = Math.floor(dayNumber / 7);
  return weeks * 5 + [1, 2, 2, 2, 3, 4, 5][dayNumber - weeks * 7]!;
}

function exceptionsOf(years: ReadonlyMap<number, WorkYear>): Exceptions {
  const exceptions = [...years].flatMap(([year, { off, work }]) =>
    [...new Set([...off, ...work])].flatMap((date) => {
      const dayNumber = instantOf(`${year}-${date}`) / DAY;
      const inWeek = weekdaysThrough(dayNumber) > weekdaysThrough(dayNumber - 1);
      return inWeek === work.has(date) ? [] : [{ dayNumber, change: inWeek ? -1 : 1 }];
    }),
  );
  exceptions.sort((a, b) => a.dayNumber - b.dayNumber);
  let sum = 0;
  return { days: exceptions.map(({ dayNumber }) => dayNumber), sums: exceptions.map(({ change }) => (sum += change)) };
}

/** The calendar of the built-in years. */
export const workCalendar = new WorkCalendar();
