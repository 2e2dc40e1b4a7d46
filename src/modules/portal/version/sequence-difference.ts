/** A run of members that stand in both sequences, in the old alone, or in the new alone. */
export interface Run<T> {
  kind: 'same' | 'removed' | 'added';
  members: T[];
}

/** Cells of the table that compares two sequences, at most: more of them would keep others waiting. */
export const MOST_CELLS = 1_000_000;

/**
 * What must go and what must come for one sequence to become the other, as few members as possible; removed before added.
 * Where that would take more than `most` cells, all between the common ends is replaced. Pure.
 */
export function sequenceDifference<T>(before: readonly T[], after: readonly T[], most = MOST_CELLS): Run<T>[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before[before.length - 1 - end] === after[after.length - 1 - end])
    end += 1;
  const middle = [before.slice(start, before.length - end), after.slice(start, after.length - end)] as const;
  const runs = new Runs<T>();
  runs.add('same', before.slice(0, start));
  if (middle[0].length * middle[1].length > most) {
    runs.add('removed', middle[0]);
    runs.add('added', middle[1]);
  } else compare(middle[0], middle[1], runs);
  runs.add('same', before.slice(before.length - end));
  return runs.list();
}

/** By the longest common subsequence. */
function compare<T>(before: readonly T[], after: readonly T[], runs: Runs<T>): void {
  const width = after.length + 1;
  // lengths[i * width + j]: of the longest common subsequence of what begins at i and at j.
  const lengths = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        before[i] === after[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      runs.add('same', [before[i]!]);
      [i, j] = [i + 1, j + 1];
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) runs.add('removed', [before[i++]!]);
    else runs.add('added', [after[j++]!]);
  }
  runs.add('removed', before.slice(i));
  runs.add('added', after.slice(j));
}

/** Joins what belongs together; between two same runs, what is removed comes first. */
class Runs<T> {
  private readonly runs: Run<T>[] = [];

  add(kind: Run<T>['kind'], members: readonly T[]): void {
    if (members.length === 0) return;
    const last = this.runs.at(-1);
    const before = this.runs.at(-2);
    if (last?.kind === kind) append(last.members, members);
    else if (kind === 'removed' && last?.kind === 'added') {
      if (before?.kind === 'removed') append(before.members, members);
      else this.runs.splice(-1, 0, { kind, members: [...members] });
    } else this.runs.push({ kind, members: [...members] });
  }

  list(): Run<T>[] {
    return this.runs;
  }
}

/** A million arguments are too many for one call. */
function append<T>(to: T[], members: readonly T[]): void {
  for (const member of members) to.push(member);
}
