const NUMBER = String.raw`([1-9]\d{0,8})`;
const PAIR = new RegExp(`^${NUMBER}\\.\\.${NUMBER}$`);
const ONE = new RegExp(`^${NUMBER}$`);

/** The two revisions that the address `3..5` names, the older first; undefined for anything else. Pure. */
export function revisionPair(text: string): [number, number] | undefined {
  const found = PAIR.exec(text);
  const [before, after] = [Number(found?.[1]), Number(found?.[2])];
  return before < after ? [before, after] : undefined;
}

/** A revision by its number; undefined for anything else. Pure. */
export const revisionNumber = (text: unknown): number | undefined =>
  typeof text === 'string' && ONE.test(text) ? Number(text) : undefined;
