import type { RelatedRecord } from '../../catalog/index.js';

/** The record whose relations they are, at its own place among them. */
export interface Self {
  kind: 'document' | 'dataset';
  date?: string | null;
}

/** A place on the timeline. */
export type Moment = { self: Self; date: string | null } | { related: RelatedRecord; date: string | null };

/** Relations and the record itself in order of date; of one day what it rests on comes first; what has no date comes last. Pure. */
export function timeline(related: readonly RelatedRecord[], self: Self): Moment[] {
  const moments: Moment[] = [...related.map((each) => ({ related: each, date: each.date })), { self, date: self.date ?? null }];
  return moments
    .map((moment, place) => ({ moment, place }))
    .sort((a, b) => compare(a.moment, b.moment) || a.place - b.place)
    .map(({ moment }) => moment);
}

const LAST = '9999';
const compare = (a: Moment, b: Moment): number => {
  const [before, after] = [a.date ?? LAST, b.date ?? LAST];
  return before < after ? -1 : before > after ? 1 : side(a) - side(b);
};
const side = (moment: Moment): number => ('self' in moment ? 0 : moment.related.incoming ? 1 : -1);
