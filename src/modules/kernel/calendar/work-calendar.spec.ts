import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_YEARS, WorkCalendar, yearOf } from './work-calendar.js';

const calendar = new WorkCalendar();

// Golden vectors: day of formation or receipt, period, day it ends.
it.each([
  ['2026-02-11', 20, '2026-03-17'],
  ['2026-02-13', 7, '2026-03-02'],
  ['2025-09-26', 20, '2025-10-30'],
  ['2024-09-30', 20, '2024-11-01'],
  ['2020-01-22', 20, '2020-02-27'],
  ['2026-04-30', 15, '2026-05-25'],
])('%s and %i working days end on %s', (start, count, day) => {
  expect(calendar.addWorkingDays(start, count)).toEqual({ day, certain: true });
  expect(calendar.countWorkingDays(start, day)).toBe(count);
});

it.each([
  ['2026-10-10', true], // a Saturday that is worked
  ['2026-10-07', false],
  ['2026-02-14', true],
  ['2026-11-21', false],
  ['2026-11-23', true],
])('%s is worked: %s', (day, worked) => {
  expect(calendar.isWorkDay(day)).toBe(worked);
});

it('says when it had to guess: a year without a notice', () => {
  expect(calendar.addWorkingDays('2026-12-15', 20)).toEqual({ day: '2027-01-12', certain: false });
});

describe('for every day and period', () => {
  const day = fc
    .integer({ min: 0, max: 6500 })
    .map((offset) => new Date(Date.UTC(2008, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10));
  const count = fc.integer({ min: 1, max: 60 });

  it('a period ends on a working day, and counting it gives the period again', () => {
    fc.assert(
      fc.property(day, count, (start, days) => {
        const end = calendar.addWorkingDays(start, days).day;
        expect(calendar.isWorkDay(end)).toBe(true);
        expect(calendar.countWorkingDays(start, end)).toBe(days);
      }),
    );
  });

  it('one period after another is the sum of both', () => {
    fc.assert(
      fc.property(day, count, count, (start, a, b) => {
        expect(calendar.addWorkingDays(calendar.addWorkingDays(start, a).day, b).day).toBe(calendar.addWorkingDays(start, a + b).day);
      }),
    );
  });

  it('a later start never ends earlier', () => {
    fc.assert(
      fc.property(day, day, count, (a, b, days) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(calendar.addWorkingDays(early, days).day <= calendar.addWorkingDays(late, days).day).toBe(true);
      }),
    );
  });

  it('counting backwards is the negative', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(calendar.countWorkingDays(a, b) + calendar.countWorkingDays(b, a)).toBe(0);
      }),
    );
  });
});

describe('counting without walking', () => {
  const walked = (on: WorkCalendar, from: string, to: string) => {
    let count = 0;
    for (let at = Date.parse(from) + 86_400_000; at <= Date.parse(to); at += 86_400_000)
      if (on.isWorkDay(new Date(at).toISOString().slice(0, 10))) count += 1;
    return count;
  };
  // Years before, in between and after those that are known, and days that are off and worked at once.
  const gaps = new WorkCalendar(
    new Map(
      [...BUILT_IN_YEARS].filter(([year]) => year % 5 !== 0).concat([[2030, yearOf(['01-01', '01-06', '03-02'], ['01-05', '01-06'])]]),
    ),
  );
  const dayOf = fc.integer({ min: -4000, max: 24_000 }).map((offset) => new Date(offset * 86_400_000).toISOString().slice(0, 10));

  it.each([
    ['the built-in years', calendar],
    ['years with gaps', gaps],
    ['no year at all', new WorkCalendar(new Map())],
  ])('is what walking day by day counts, with %s', (_, on) => {
    fc.assert(
      fc.property(dayOf, dayOf, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        expect(on.countWorkingDays(from, to)).toBe(walked(on, from, to));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['the built-in years', calendar],
    ['years with gaps', gaps],
    ['no year at all', new WorkCalendar(new Map())],
  ])('a period ends where walking day by day ends, as certain, with %s', (_, on) => {
    const walk = (start: string, count: number) => {
      let [at, certain] = [Date.parse(start), true];
      for (let left = count; left > 0;) {
        at += 86_400_000;
        const day = new Date(at).toISOString().slice(0, 10);
        certain &&= on.knows(Number(day.slice(0, 4)));
        if (on.isWorkDay(day)) left -= 1;
      }
      return { day: new Date(at).toISOString().slice(0, 10), certain };
    };
    fc.assert(
      fc.property(dayOf, fc.integer({ min: 0, max: 600 }), (start, count) => {
        expect(on.addWorkingDays(start, count)).toEqual(walk(start, count));
      }),
      { numRuns: 60 },
    );
  });
});
