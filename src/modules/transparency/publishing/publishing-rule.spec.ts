import { expect, it } from 'vitest';
import { WorkCalendar } from '../../kernel/calendar/index.js';
import { type DocumentDates, judgeDocument, periodOf } from './publishing-rule.js';

const calendar = new WorkCalendar();
const dates = (writtenOn: string | null, publishedOn: string | null, more: Partial<DocumentDates> = {}): DocumentDates => ({
  ...{ writtenOn, publishedOn, publicity: null, article20Code: null, decision: false },
  ...more,
});
/** The figure beside those that add up others. */
const verdict = (given: DocumentDates) =>
  judgeDocument(given, calendar).figures.find((figure) => figure !== 'publishing.published' && figure !== 'publishing.told');

// 条例 Art. 26: 20 working days, the day of writing not counted; golden periods of domain.md 7.
it.each([
  ['on the day it is written', '2026-03-02', '2026-03-02', 'publishing.onTime', 0],
  ['on the last day, over Spring Festival and a Saturday worked', '2026-02-11', '2026-03-17', 'publishing.onTime', 20],
  ['a day later', '2026-02-11', '2026-03-18', 'publishing.late', 21],
  ['on the last day, over National Day 2025', '2025-09-26', '2025-10-30', 'publishing.onTime', 20],
  ['a day later', '2025-09-26', '2025-10-31', 'publishing.late', 21],
  ['on a Saturday that is worked, two days after the last', '2026-04-03', '2026-05-09', 'publishing.late', 22],
  ['five years later (250 + 249 + 249 + 251 + 248)', '2020-12-31', '2025-12-31', 'publishing.late', 1247],
])('%s', (_, writtenOn, publishedOn, figure, days) => {
  expect(verdict(dates(writtenOn, publishedOn))).toBe(figure);
  expect(judgeDocument(dates(writtenOn, publishedOn), calendar).days).toBe(days);
});

// 国办发〔2018〕118号: decisions of permits and penalties, seven working days.
it.each([
  ['2026-02-13', '2026-03-02', { article20Code: 'A20_06', decision: true }, 'publishing.onTime'],
  ['2026-02-13', '2026-03-03', { article20Code: 'A20_06', decision: true }, 'publishing.late'],
  ['2026-02-13', '2026-03-03', { article20Code: 'A20_05', decision: true }, 'publishing.late'],
  ['2026-02-13', '2026-03-03', { article20Code: 'A20_05', decision: false }, 'publishing.onTime'],
  ['2026-02-13', '2026-03-03', { article20Code: null, decision: true }, 'publishing.onTime'],
])('decisions: %s to %s with %j is %s', (writtenOn, publishedOn, more, figure) => {
  expect(verdict(dates(writtenOn, publishedOn, more))).toBe(figure);
});

it.each([
  ['no date of writing', dates(null, '2026-03-02'), 'publishing.noWrittenDate'],
  ['written in a month', dates('2026-02', '2026-03-02'), 'publishing.imprecise'],
  ['published in a month', dates('2026-02-11', '2026-03'), 'publishing.imprecise'],
  ['written after it was published', dates('2026-03-03', '2026-03-02'), 'publishing.reversed'],
  ['a period into a year that is not loaded', dates('2026-12-15', '2027-01-05'), 'publishing.calendarMissing'],
  ['a period in years before the calendar', dates('2005-03-01', '2005-03-02'), 'publishing.calendarMissing'],
  ['on request only', dates('2026-01-01', '2026-06-01', { publicity: 'onRequest' }), 'publishing.notRequired'],
  ['not public', dates(null, '2026-06-01', { publicity: 'none' }), 'publishing.notRequired'],
  ['no date of publishing', dates('2026-01-01', null), 'publishing.undated'],
  ['published in a year', dates('2026-01-01', '2026'), 'publishing.undated'],
])('%s cannot be told, and is said to be so', (_, given, figure) => {
  expect(verdict(given)).toBe(figure);
  expect(judgeDocument(given, calendar).days).toBeUndefined();
  expect(periodOf(given, calendar)).toBeUndefined();
});

it('is late whatever the next year brings when the period ended before it', () => {
  expect(verdict(dates('2026-11-20', '2027-02-01'))).toBe('publishing.late');
});

it('counts in the month of publishing, or in none', () => {
  expect(judgeDocument(dates('2026-01-30', '2026-02-02'), calendar).month).toBe('2026-02');
  expect(judgeDocument(dates('2026-01-30', '2026'), calendar).month).toBeNull();
});
