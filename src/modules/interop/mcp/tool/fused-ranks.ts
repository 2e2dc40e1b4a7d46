/** Damps the first places, so that what stands in several rankings wins over what leads one. */
const DAMPING = 20;

/** One ranking of several: reciprocal ranks are summed up; ties stay in the order in which they were met. Pure. */
export function fusedRanks(rankings: readonly (readonly string[])[]): string[] {
  const scores = new Map<string, number>();
  for (const ranking of rankings) ranking.forEach((each, place) => scores.set(each, (scores.get(each) ?? 0) + 1 / (DAMPING + place)));
  return [...scores].sort(([, a], [, b]) => b - a).map(([each]) => each);
}

/** What of a record tells its subject. */
interface Subject {
  keywords: readonly string[];
  topic?: string | null;
}

/** Records that share more keywords and the topic come first; equal ones stay in their order. Pure. */
export function byLikeness<Record extends Subject>(one: Subject, others: readonly Record[]): Record[] {
  const own = new Set(one.keywords);
  const likeness = ({ keywords, topic }: Subject) =>
    2 * keywords.filter((each) => own.has(each)).length + (topic && topic === one.topic ? 1 : 0);
  return [...others].sort((a, b) => likeness(b) - likeness(a));
}
