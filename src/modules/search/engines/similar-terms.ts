const SHORTEST = 3;
const LONGEST = 8;

/** The term without each of its characters in turn: two terms one edit apart share one of these. */
export function deletions(term: string): string[] {
  const characters = [...term];
  if (characters.length < SHORTEST || characters.length > LONGEST) return [];
  return [...new Set([term, ...characters.map((_, index) => characters.filter((__, other) => other !== index).join(''))])];
}

/** True when one character added, dropped, replaced or swapped with its neighbour turns one term into the other. */
export function withinOneEdit(a: string, b: string): boolean {
  const [short, long] = [[...a], [...b]].sort((x, y) => x.length - y.length) as [string[], string[]];
  if (long.length - short.length > 1 || a === b) return false;
  let front = 0;
  while (front < short.length && short[front] === long[front]) front++;
  let back = 0;
  while (back < short.length - front && short.at(-1 - back) === long.at(-1 - back)) back++;
  const left = short.length - front - back;
  if (long.length > short.length) return left === 0;
  return left === 1 || (left === 2 && short[front] === long[front + 1] && short[front + 1] === long[front]);
}
