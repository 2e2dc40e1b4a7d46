import { describe, expect, it } from 'vitest';
import { WorkCalendar } from '../../kernel/calendar/index.js';
import { dutiesOf, type DutySubject } from './duty-rule.js';

const cycles = new Map([
  ['realtime', { nominalDays: 0, graceDays: 1 }],
  ['monthly', { nominalDays: 31, graceDays: 10 }],
]);
const subject: DutySubject = {
  identifier: 'x',
  kind: 'dataset',
  publishedOn: '2026-03-02',
  changedOn: '2026-03-02',
  createdOn: '2026-03-02',
  updateCycle: null,
  openness: 'unconditional',
  shareType: null,
  publicity: null,
  documentType: null,
  legislationType: null,
  article20Code: null,
  interpreted: false,
  completed: {},
};
const duties = (more: Partial<DutySubject>, today: string) =>
  dutiesOf({ ...subject, ...more }, today, new WorkCalendar(), cycles).map(({ kind, dueOn }) => `${kind} ${dueOn}`);

describe('a dataset is stale when its cycle and the grace are over', () => {
  it.each<[string, Partial<DutySubject>, string, string[]]>([
    ['the last day', { updateCycle: 'monthly' }, '2026-04-12', []],
    ['a day later', { updateCycle: 'monthly' }, '2026-04-13', ['staleDataset 2026-04-12']],
    ['at once counts as a day', { updateCycle: 'realtime' }, '2026-03-05', ['staleDataset 2026-03-04']],
    ['a month counts to its end', { updateCycle: 'monthly', changedOn: '2026-03' }, '2026-05-11', []],
    ['a cycle without days', { updateCycle: 'irregular' }, '2036-01-01', []],
    ['put off', { updateCycle: 'monthly', completed: { staleDataset: '2026-05-01' } }, '2026-04-30', []],
    [
      'put off until today',
      { updateCycle: 'monthly', completed: { staleDataset: '2026-05-01' } },
      '2026-05-01',
      ['staleDataset 2026-04-12'],
    ],
  ])('%s', (_, more, today, expected) => {
    expect(duties(more, today)).toEqual(expected);
  });
});

describe('what is not disclosed comes up after twelve months (条例 Art. 18)', () => {
  it.each<[string, Partial<DutySubject>, string, string[]]>([
    ['not yet', { openness: 'none' }, '2027-03-01', []],
    ['openness', { openness: 'none' }, '2027-03-02', ['nonDisclosedReview 2027-03-02']],
    ['publicity', { kind: 'document', openness: null, publicity: 'none' }, '2027-03-02', ['nonDisclosedReview 2027-03-02']],
    ['share type alone', { openness: null, shareType: 'none' }, '2027-03-02', ['nonDisclosedReview 2027-03-02']],
    ['open, though not shared', { shareType: 'none' }, '2027-03-02', []],
    ['on request is not withheld', { kind: 'document', openness: null, publicity: 'onRequest' }, '2030-01-01', []],
    ['reviewed, not due again', { openness: 'none', completed: { nonDisclosedReview: '2028-03-02' } }, '2028-03-01', []],
    ['due again', { openness: 'none', completed: { nonDisclosedReview: '2027-09-02' } }, '2027-09-02', ['nonDisclosedReview 2027-09-02']],
  ])('%s', (_, more, today, expected) => {
    expect(duties(more, today)).toEqual(expected);
  });
});

describe('an interpretation is missed three working days after publication', () => {
  const rule: Partial<DutySubject> = { kind: 'document', openness: null, publicity: 'active', legislationType: 'normative' };
  it.each<[string, Partial<DutySubject>, string, string[]]>([
    ['the third day', rule, '2026-03-05', []],
    ['after it', rule, '2026-03-06', ['interpretationMissing 2026-03-05']],
    ['over a weekend', { ...rule, publishedOn: '2026-03-06' }, '2026-03-11', []],
    ['there is one', { ...rule, interpreted: true }, '2026-03-06', []],
    [
      'by document type',
      { ...rule, legislationType: null, documentType: 'normativeDocument' },
      '2026-03-06',
      ['interpretationMissing 2026-03-05'],
    ],
    ['by Art. 20', { ...rule, legislationType: null, article20Code: 'A20_01' }, '2026-03-06', ['interpretationMissing 2026-03-05']],
    ['a notice needs none', { ...rule, legislationType: null, documentType: 'notice' }, '2026-03-06', []],
    ['an interpretation needs none', { ...rule, documentType: 'interpretation' }, '2026-03-06', []],
    ['of an archive', rule, '2026-06-30', []],
    ['declared unneeded', { ...rule, completed: { interpretationMissing: null } }, '2026-03-06', []],
  ])('%s', (_, more, today, expected) => {
    expect(duties(more, today)).toEqual(expected);
  });
});
