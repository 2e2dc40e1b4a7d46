import { CHINESE_NUMERAL, parseChineseNumeral } from '../../kernel/chinese-numeral.js';

/** What a line of an official text begins: 编, 章, 节, 条, 一、, （一）, 附件, or a heading that only its markup tells. */
export type HeadingKind = 'part' | 'chapter' | 'section' | 'article' | 'numeral' | 'point' | 'annex' | 'marked';

/** A line that can be linked to. */
export interface Heading {
  /** Anchor, the same for as long as the numbers of the text are: `art-5`. */
  id: string;
  kind: HeadingKind;
  /** The number as it is written: 第五条. */
  label: string;
  /** What follows it on the line. */
  rest: string;
  /** Place in the contents list: the smaller the higher. */
  rank: number;
}

const NUMBER = `([${CHINESE_NUMERAL}]+|[0-9０-９]{1,4})`;
const ORDINAL: readonly [HeadingKind, RegExp, number][] = [
  ['part', new RegExp(`^第${NUMBER}编(?=\\s|$)`, 'u'), 1],
  ['chapter', new RegExp(`^第${NUMBER}章(?=\\s|$)`, 'u'), 2],
  ['section', new RegExp(`^第${NUMBER}节(?=\\s|$)`, 'u'), 3],
  // Not a sentence that speaks of an article: 第二十条第（一）项, 第五条规定的.
  ['article', new RegExp(`^第${NUMBER}条(?:之${NUMBER})?(?!第|[和至及、,，]|规定|所列)`, 'u'), 4],
  ['numeral', new RegExp(`^${NUMBER}、`, 'u'), 5],
  ['point', new RegExp(`^[（(]${NUMBER}[）)]`, 'u'), 6],
  ['annex', /^附件?\s*([0-9０-９一二三四五六七八九十]{0,3})[：:]?$/u, 1],
];
/** A title of a chapter is short and is no sentence. */
const LONGEST_TITLE = 40;
const SENTENCE = /[。；;]/u;

/** The headings among the lines of a text, by their places; `marked` gives the rank of lines that are headings by markup. Pure. */
export function headingsOf(lines: readonly string[], marked: ReadonlyMap<number, number> = new Map()): Map<number, Heading> {
  const found = new Map<number, Heading>();
  const taken = new Map<string, number>();
  const at = { chapter: 0, numeral: 0, count: 0, article: false };
  lines.forEach((given, place) => {
    const line = given.trim();
    const read = line === '' ? undefined : headingOf(line, at, marked.get(place));
    if (!read) return;
    const times = (taken.get(read.id) ?? 0) + 1;
    taken.set(read.id, times);
    // A text of several texts begins to count anew.
    found.set(place, times === 1 ? read : { ...read, id: `${read.id}--${String(times)}` });
  });
  return found;
}

interface Place {
  chapter: number;
  numeral: number;
  count: number;
  article: boolean;
}

function headingOf(line: string, at: Place, marked: number | undefined): Heading | undefined {
  for (const [kind, pattern, rank] of ORDINAL) {
    const match = pattern.exec(line);
    if (!match) continue;
    const label = match[0];
    const rest = line.slice(label.length).trim();
    const numbers = match.slice(1).flatMap((text) => (text === undefined ? [] : [numberOf(text)]));
    if (numbers.includes(undefined)) continue;
    if (kind === 'part' || kind === 'chapter' || kind === 'section') if (rest.length > LONGEST_TITLE || SENTENCE.test(rest)) continue;
    // Below articles, （一） and 一、 number items of a sentence.
    if ((kind === 'numeral' || kind === 'point') && (at.article || /[0-9０-９]/u.test(label))) continue;
    return { id: idOf(kind, numbers as number[], at), kind, label, rest, rank: marked ?? rank };
  }
  if (marked === undefined) return undefined;
  at.count += 1;
  return { id: `h-${String(at.count)}`, kind: 'marked', label: '', rest: line, rank: marked };
}

function idOf(kind: HeadingKind, numbers: readonly number[], at: Place): string {
  const [number = 1] = numbers;
  switch (kind) {
    case 'chapter':
      at.chapter = number;
      return `chap-${String(number)}`;
    case 'section':
      return at.chapter ? `sec-${String(at.chapter)}-${String(number)}` : `sec-${String(number)}`;
    case 'article':
      at.article = true;
      return `art-${numbers.join('-')}`;
    case 'numeral':
      at.numeral = number;
      return `item-${String(number)}`;
    case 'point':
      return at.numeral ? `item-${String(at.numeral)}-${String(number)}` : `point-${String(number)}`;
    case 'annex':
      at.article = false;
      return `annex-${String(number)}`;
    default:
      return `part-${String(number)}`;
  }
}

/** Of a number in Chinese or figures; 附件 by itself is the first. */
function numberOf(text: string): number | undefined {
  if (text === '') return 1;
  const figures = text.normalize('NFKC');
  return /^\d+$/.test(figures) ? Number(figures) : parseChineseNumeral(text);
}
