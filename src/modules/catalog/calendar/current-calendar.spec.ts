import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../kernel/date/index.js';
import { calendarOf } from './current-calendar.js';

/** Any year of any notice, well formed or not: the rules below hold all the same. */
const year = fc.record({
  year: fc.integer({ min: 2027, max: 2032 }),
  off: fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 40 }),
  work: fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 10 }),
});
const rowOf = ({ year: number, off, work }: { year: number; off: number[]; work: number[] }) => {
  const days = (offsets: number[]) => offsets.map((offset) => addDays(`${number}-01-01`, offset));
  return { year: number, off: days(off), work: days(work) };
};
const start = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays('2025-01-01', offset));
const count = fc.integer({ min: 1, max: 60 });

it('a loaded year never moves a period that ends before it', () => {
  fc.assert(
    fc.property(year, start, count, (given, day, days) => {
      const before = calendarOf([]).addWorkingDays(day, days);
      fc.pre(before.day < `${given.year}-01-01`);
      expect(calendarOf([rowOf(given)]).addWorkingDays(day, days)).toEqual(before);
    }),
  );
});

it('the order of loading does not matter', () => {
  const years = fc.uniqueArray(year, { selector: (one) => one.year, minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(years, start, count, (given, day, days) => {
      const rows = given.map(rowOf);
      expect(calendarOf(rows).addWorkingDays(day, days)).toEqual(calendarOf(rows.toReversed()).addWorkingDays(day, days));
    }),
  );
});

it('adding working days and counting them gives the same number in loaded years too', () => {
  fc.assert(
    fc.property(year, start, count, (given, day, days) => {
      const calendar = calendarOf([rowOf(given)]);
      expect(calendar.countWorkingDays(day, calendar.addWorkingDays(day, days).day)).toBe(days);
    }),
  );
});

it('what a loaded year makes certain stays certain', () => {
  fc.assert(
    fc.property(year, year, start, count, (one, other, day, days) => {
      if (!calendarOf([rowOf(one)]).addWorkingDays(day, days).certain) return;
      fc.pre(one.year !== other.year);
      const end = calendarOf([rowOf(one), rowOf(other)]).addWorkingDays(day, days);
      expect(end.certain).toBe(true);
    }),
  );
});
