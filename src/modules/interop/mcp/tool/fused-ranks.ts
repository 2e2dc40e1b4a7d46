/** Damps the first places, so that what stands in several rankings wins over what leads one. */
const DAMPING = 20;

/** One ranking of several: reciprocal ranks are summed up; ties stay in the order in which they were met. Pure. */
export function fusedRanks(rankings: readonly (readonly string[])[]): string[] {
  const scores = new Map<string, number>();
  for (const ranking of rankings) ranking.forEach((each, place) => scores.set(each, (scores.get(each) ?? 0) + 1 / (DAMPING + place)));
  return [...scores].sort(([, a], [, b]) => b - a).map(([each]) => each);
}
