import { expect, it } from 'vitest';
import { BUILT_IN_YEARS } from '../../kernel/calendar/index.js';
import { checkWorkYear, doubtsAboutWorkYear } from './check-work-year.js';

const source = '国办发明电〔2026〕7号';

it.each([
  ['a good one', 2027, { source, off: ['2027-01-01'], work: ['2027-01-09'] }, []],
  ['no notice', 2027, { source: ' ', off: ['2027-01-01'], work: [] }, ['source']],
  ['no holiday', 2027, { source, off: [], work: [] }, ['off']],
  ['no real day', 2027, { source, off: ['2027-02-29', '2027-1-1', 'x'], work: [] }, ['off[0]', 'off[1]', 'off[2]']],
  ['another year', 2027, { source, off: ['2026-01-01'], work: [] }, ['off[0]']],
  ['twice', 2027, { source, off: ['2027-01-01', '2027-01-01'], work: [] }, ['off[1]']],
  ['off and worked', 2027, { source, off: ['2027-01-02'], work: ['2027-01-02'] }, ['work[0]']],
  ['no year', 20.5, { source, off: [], work: [] }, ['year']],
])('%s', (_, year, given, fields) => {
  expect(checkWorkYear(year, given).map(({ field }) => field)).toEqual(fields);
});

const week = ['01-01', '02-05', '02-06', '02-07', '04-05', '05-01', '10-01'].map((day) => `2027-${day}`);

it.each([
  ['a whole year', { off: week, work: ['2027-01-09'] }, []],
  ['six days', { off: week.filter((day) => day !== '2027-04-05'), work: [] }, ['off']],
  ['six days, one of them twice', { off: [...week.slice(1), '2027-10-01'], work: [] }, ['off', 'off']],
  ['no National Day', { off: [...week.slice(0, -1), '2027-10-02'], work: [] }, ['off']],
  ['a make-up day in the week', { off: week, work: ['2027-01-08'] }, ['work[0]']],
  ['no real make-up day, which is another matter', { off: week, work: ['x'] }, []],
])('doubts %s', (_, days, fields) => {
  expect(doubtsAboutWorkYear(2027, { source, ...days }).map(({ field }) => field)).toEqual(fields);
});

/** The notice that prolonged the Spring Festival of 2020 named the Monday on which work began again. */
const NAMED_MONDAY = '2020-02-03';

it.each([...BUILT_IN_YEARS])('the built-in year %i passes', (year, { off, work }) => {
  const days = (set: ReadonlySet<string>) => [...set].map((day) => `${year}-${day}`).filter((day) => day !== NAMED_MONDAY);
  const given = { source, off: days(off), work: days(work) };
  expect([...checkWorkYear(year, given), ...doubtsAboutWorkYear(year, given)]).toEqual([]);
});
