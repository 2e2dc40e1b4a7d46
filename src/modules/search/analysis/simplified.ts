import * as openCC from 'opencc-js/t2cn';

type Pairs = [string, string][];
/** Dictionaries that are tried together, the longest match of any first; each `key value|key value`. */
type Group = string[];

// The package's declarations do not resolve under Node's module rules.
const { ConverterFactory, Locale } = openCC as unknown as {
  ConverterFactory: (...groups: (Group | Pairs[])[]) => (text: string) => string;
  Locale: Record<'from' | 'to', Record<string, Group[]>>;
};

/** Characters that OpenCC reads as traditional but that simplified texts use too (著名, 乾隆, 瞭望, 慰藉). */
const SHARED = new Set('乾著瞭夥藉徵餘於鍾甯麽么拚阪囉噁後里');
const HAN_RUN = /\p{Script=Han}+/gu;

const pairsOf = (dictionary: string): Pairs => dictionary.split('|').map((entry) => entry.split(' ') as [string, string]);

const traditional = new Set(
  Locale.to
    .cn!.flatMap((group) => group.flatMap(pairsOf))
    .filter(([key, value]) => key !== value && key.length === 1 && !SHARED.has(key))
    .map(([key]) => key),
);
const TRADITIONAL = new RegExp(`[${[...traditional].join('')}]`);

/** Only Taiwan's words that are written in traditional characters: 文件 is a document here, though a file there. */
function telling(group: Group): Pairs[] {
  return group.map((dictionary) => pairsOf(dictionary).filter(([key]) => TRADITIONAL.test(key) || key.length === 1));
}

const convert = ConverterFactory(...Locale.from.twp!.map(telling), ...Locale.to.cn!);

export function hasTraditional(text: string): boolean {
  return TRADITIONAL.test(text);
}

/** Traditional characters and Taiwan's words as the mainland writes them (資訊軟體 → 信息软件); simplified text comes back unchanged. */
export function toSimplified(text: string): string {
  return hasTraditional(text) ? text.replace(HAN_RUN, (run) => (hasTraditional(run) ? convert(run) : run)) : text;
}
