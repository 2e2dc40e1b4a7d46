import type { TableColumn } from '../table/table-schema.js';
import { queryError } from './query-error.js';
import type { Place } from './raw-query.js';

export type Sign = '(' | ')' | ',' | '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A piece of an expression. */
export type Token = { offset: number } & (
  | { kind: 'column'; name: string }
  | { kind: 'word'; word: string; text: string }
  | { kind: 'value'; text: string; quoted: boolean }
  | { kind: 'sign'; sign: Sign }
);

export const LONGEST_EXPRESSION = 4_000;

const SIGNS: [text: string, sign: Sign][] = [
  ['!=', '!='],
  ['<>', '!='],
  ['==', '='],
  ['<=', '<='],
  ['>=', '>='],
  ['≠', '!='],
  ['≤', '<='],
  ['≥', '>='],
  ['＜＝', '<='],
  ['＞＝', '>='],
  ['！＝', '!='],
  ['<', '<'],
  ['>', '>'],
  ['=', '='],
  ['＜', '<'],
  ['＞', '>'],
  ['＝', '='],
  ['(', '('],
  [')', ')'],
  ['（', '('],
  ['）', ')'],
  [',', ','],
  ['，', ','],
  ['、', ','],
];

const QUOTES: Record<string, string> = { "'": "'", '‘': '’', '“': '”', '「': '」' };
/** Names of columns may stand in these. */
const NAME_QUOTES: Record<string, string> = { '"': '"', '`': '`' };

const NUMBER = /[-+]?\d+(\.\d+)?/y;
const MOMENT = /\d{4}-\d{1,2}-\d{1,2}([T ]\d{1,2}:\d{2}(:\d{2})?)?|\d{1,2}:\d{2}(:\d{2})?/y;
const WORD = /[\p{L}\p{N}_.%·]+/uy;
const WORD_SIGN = /[\p{L}\p{N}_]/u;

/** Words of the language, in both of its tongues. */
export const KEYWORDS = new Map([
  ...['and', '且', '并且', '而且'].map((word) => [word, 'and'] as const),
  ...['or', '或', '或者'].map((word) => [word, 'or'] as const),
  ...['not', '非', '不', '不是'].map((word) => [word, 'not'] as const),
  ...['in', '属于'].map((word) => [word, 'in'] as const),
  ...['contains', '包含', '含有'].map((word) => [word, 'contains'] as const),
  ...['startswith', '开头是'].map((word) => [word, 'startsWith'] as const),
  ...['between', '介于'].map((word) => [word, 'between'] as const),
  ...['is', '是'].map((word) => [word, 'is'] as const),
  ...['null', '空', '空值'].map((word) => [word, 'null'] as const),
  ...['为空'].map((word) => [word, 'isNull'] as const),
  ...['不为空', '非空'].map((word) => [word, 'isNotNull'] as const),
  ...['near', '附近'].map((word) => [word, 'near'] as const),
  ...['true', '真'].map((word) => [word, 'true'] as const),
  ...['false', '假'].map((word) => [word, 'false'] as const),
]);

const CHINESE = [...KEYWORDS.keys()].filter((word) => word > '\u007f').sort((a, b) => b.length - a.length);

/** Cuts an expression into pieces, in one walk; names of the table's columns are known as such, whatever signs they contain. @throws AppError */
export function tokensOf(text: string, columns: readonly TableColumn[], parameter = 'where'): Token[] {
  if (text.length > LONGEST_EXPRESSION)
    throw queryError(
      parameter,
      `表达式有 ${text.length} 个字符，最多 ${LONGEST_EXPRESSION} 个`,
      `the expression is longer than ${LONGEST_EXPRESSION} characters`,
    );
  const names = new KnownNames(columns);
  const tokens: Token[] = [];
  const at = (offset: number): Place => ({ parameter, text, offset });
  for (let offset = 0; offset < text.length;) {
    const sign = text[offset]!;
    if (/\s/u.test(sign)) {
      offset++;
      continue;
    }
    const quote = QUOTES[sign] ?? NAME_QUOTES[sign];
    if (quote !== undefined) {
      const { value, next } = quotation(text, offset, quote, () =>
        queryError(parameter, '引号没有成对', 'the quotation is not closed', at(offset)),
      );
      tokens.push(NAME_QUOTES[sign] ? { kind: 'column', name: value, offset } : { kind: 'value', text: value, quoted: true, offset });
      offset = next;
      continue;
    }
    const name = names.at(text, offset);
    if (name !== undefined) {
      tokens.push({ kind: 'column', name, offset });
      offset += name.length;
      continue;
    }
    const found = SIGNS.find(([written]) => text.startsWith(written, offset));
    if (found) {
      tokens.push({ kind: 'sign', sign: found[1], offset });
      offset += found[0].length;
      continue;
    }
    const literal = match(MOMENT, text, offset) ?? match(NUMBER, text, offset);
    if (literal !== undefined && !WORD_SIGN.test(text[offset + literal.length] ?? '')) {
      tokens.push({ kind: 'value', text: literal, quoted: false, offset });
      offset += literal.length;
      continue;
    }
    const word = names.keyword(text, offset) ?? match(WORD, text, offset);
    if (word === undefined)
      throw queryError(
        parameter,
        `不认识的符号“${String.fromCodePoint(text.codePointAt(offset)!)}”`,
        'this sign is not of the language',
        at(offset),
      );
    const keyword = KEYWORDS.get(word.toLowerCase());
    tokens.push(keyword === undefined ? { kind: 'column', name: word, offset } : { kind: 'word', word: keyword, text: word, offset });
    offset += word.length;
  }
  return tokens;
}

function match(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

/** What stands between quotes; a doubled closing quote means itself. */
function quotation(text: string, start: number, quote: string, unclosed: () => Error): { value: string; next: number } {
  let value = '';
  for (let from = start + 1; ;) {
    const end = text.indexOf(quote, from);
    if (end < 0) throw unclosed();
    value += text.slice(from, end);
    if (text[end + 1] !== quote) return { value, next: end + 1 };
    value += quote;
    from = end + 2;
  }
}

/** The columns of a table by how their names begin, the longest first. */
class KnownNames {
  private readonly byStart = new Map<string, string[]>();

  constructor(columns: readonly TableColumn[]) {
    for (const name of new Set(columns.flatMap((column) => [column.name, column.key]))) {
      const list = this.byStart.get(name[0]!) ?? [];
      list.push(name);
      this.byStart.set(name[0]!, list);
    }
    for (const list of this.byStart.values()) list.sort((a, b) => b.length - a.length);
  }

  /** The name that stands here whole, and not as the beginning of a longer word. */
  at(text: string, offset: number): string | undefined {
    return this.byStart.get(text[offset]!)?.find((name) => text.startsWith(name, offset) && this.ends(text, offset + name.length, name));
  }

  /** A Chinese word of the language with something else right behind it, since nobody puts blanks between: 且序号>1. */
  keyword(text: string, offset: number): string | undefined {
    return CHINESE.find((word) => {
      const next = offset + word.length;
      return (
        text.startsWith(word, offset) && (!WORD_SIGN.test(text[next] ?? '') || /\d/.test(text[next]!) || this.at(text, next) !== undefined)
      );
    });
  }

  private ends(text: string, offset: number, name: string): boolean {
    if (!WORD_SIGN.test(text[offset] ?? '') || !WORD_SIGN.test(name.at(-1)!)) return true;
    // Chinese is written without blanks: 区县包含“海陵”.
    return CHINESE.some((word) => text.startsWith(word, offset));
  }
}
