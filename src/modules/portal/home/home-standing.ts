import type { Summary, Upcoming } from '../../transparency/index.js';
import type { Reading } from '../reading/reading.js';
import { recordsPage } from '../transparency/figure-links.js';
import { valueText } from '../transparency/value-text.js';
import type { HomeStanding } from './standing.js';

/** Deadlines on the first page, at most. */
const SHOWN = 6;
const SHARES = [
  ['publishing.onTimeShare', 'onTimeShare', 'published'],
  ['freshness.keptShare', 'keptShare', 'updated'],
  ['requests.onTimeShare', 'requestsOnTimeShare', 'answered'],
] as const;

/** What the first page says of how duties are kept: figures that can be told, and what is due next. Pure. */
export function homeStanding(summary: Summary, { duties, updates, expiries }: Upcoming, { t, language }: Reading): HomeStanding {
  const shares = SHARES.flatMap(([name, key, word]) => {
    const value = summary[key];
    return value === null
      ? []
      : [{ value: valueText(name, value, ''), label: t.home.kept[word], href: recordsPage(name, null, summary.yearRange) }];
  });
  const open = {
    value: summary.openDatasets,
    label: t.transparency.labels['openness.open'],
    href: recordsPage('openness.open', null, summary.yearRange),
  };
  const deadlines = [
    ...duties.map(({ dueOn, label, english }) => ({
      duty: language === 'en' ? english : label,
      href: '/disclosure/annual-reports',
      on: dueOn,
    })),
    ...updates.records.map(({ title, url, dueOn }) => ({ duty: t.home.toUpdate, title, href: url, on: dueOn })),
    ...expiries.records.map(({ title, url, dueOn }) => ({ duty: t.home.toExpire, title, href: url, on: dueOn })),
  ];
  return { figures: [...shares, open], deadlines: deadlines.toSorted((a, b) => (a.on < b.on ? -1 : 1)).slice(0, SHOWN) };
}
