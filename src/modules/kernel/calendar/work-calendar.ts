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
    let instant = instantOf(start);
    let certain = true;
    for (let left = count; left > 0;) {
      instant += DAY;
      const day = dayOf(instant);
      certain &&= this.knows(Number(day.slice(0, 4)));
      if (this.isWorkDay(day)) left -= 1;
    }
    return { day: dayOf(instant), certain };
  }

  /** Working days after `from` up to and including `to`; negative when `to` lies before. */
  countWorkingDays(from: string, to: string): number {
    if (to < from) return -this.countWorkingDays(to, from);
    let count = 0;
    for (let instant = instantOf(from) + DAY; instant <= instantOf(to); instant += DAY) if (this.isWorkDay(dayOf(instant))) count += 1;
    return count;
  }
}

/** The calendar of the built-in years. */
export const workCalendar = new WorkCalendar();
