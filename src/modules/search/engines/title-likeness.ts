/** How alike a query and a title are, by pairs of neighbouring characters. */
export interface TitleLikeness {
  /** Share of the query's pairs that the title has. */
  contained: number;
  /** Share of the title's pairs that the query has. */
  covered: number;
}

const NOISE = /[^\p{L}\p{N}]+/gu;
const BRACKETED = /《([^《》]{4,})》/gu;

/** Letters and digits alone, so that brackets and spaces never decide. */
export function plainTitle(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(NOISE, '');
}

export function pairsOf(plain: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < plain.length; i++) pairs.add(plain.slice(i, i + 2));
  return pairs;
}

export function titleLikeness(query: Set<string>, title: Set<string>): TitleLikeness {
  if (query.size === 0 || title.size === 0) return { contained: 0, covered: 0 };
  let shared = 0;
  for (const pair of query) if (title.has(pair)) shared++;
  return { contained: shared / query.size, covered: shared / title.size };
}

/** Works that a text names in 《》, without punctuation. */
export function namedWorks(text: string): string[] {
  return [...text.matchAll(BRACKETED)].map(([, name]) => plainTitle(name ?? '')).filter((name) => name.length >= 4);
}

/** True for titles that speak about a document instead of being one. */
export function isCommentary(title: string): boolean {
  return /解读|读懂|图解|问答|答记者问|发布会|访谈/u.test(title);
}
