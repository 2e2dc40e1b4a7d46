/** Edit distance, counting a swap of neighbours as one edit. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  for (let j = 0; j <= b.length; j++) rows[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = best;
    }
  }
  return rows[a.length]![b.length]!;
}

/** The known name that `typed` most likely stands for, if any is near. */
export function nearestName(typed: string, known: readonly string[]): string | undefined {
  const short = typed.slice(0, 64).toLowerCase();
  const most = Math.max(2, Math.floor(short.length / 3));
  // Names whose lengths differ by more cannot be near, and need not be compared letter by letter.
  const ranked = known
    .filter((name) => Math.abs(name.length - short.length) <= most)
    .map((name) => ({ name, edits: distance(short, name.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  return best && best.edits <= most ? best.name : undefined;
}
