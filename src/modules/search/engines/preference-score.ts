import type { Preferences } from '../search-engine.js';

/** Above everything that words and numbers can score. */
const PINNED_SCORE = 1_000_000;
/** Between two pinned records: more than any other part can make up for. */
const STEP = 20_000;
/** What a record that gets all clicks of a query gains, as a share of the query's whole score. */
export const FAVOURED_SHARE = 0.2;

/** Score of the pinned record at a place, from 0. */
export function pinnedScore(place: number): number {
  return PINNED_SCORE - place * STEP;
}

/** What preferences add to the score of a record: the first pinned most, the buried so little that all others come before. */
export function preferenceScore(preferences: Preferences | undefined): (recordId: string) => number {
  if (!preferences) return () => 0;
  const scores = new Map<string, number>();
  for (const { recordId, share } of preferences.favoured) scores.set(recordId, FAVOURED_SHARE * share);
  for (const recordId of preferences.buried) scores.set(recordId, -PINNED_SCORE);
  preferences.pinned.forEach((recordId, index) => scores.set(recordId, pinnedScore(index)));
  return (recordId) => scores.get(recordId) ?? 0;
}
