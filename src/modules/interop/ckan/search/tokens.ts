import type { TermValue } from './expression.js';
import { searchQueryError } from './search-query-error.js';

/** A piece of an expression. */
export type Token =
  | { type: '(' | ')' | 'AND' | 'OR' | 'NOT' | 'MUST' }
  /** A name with a colon right behind it. */
  | { type: 'field'; name: string }
  | { type: 'value'; value: TermValue };

/** Characters of an expression, at most. */
export const LONGEST_EXPRESSION = 20_000;

const BLANK = /\s/u;
const ENDS_WORD = new Set(['(', ')', '"', ':', '[', ']', '{', '}']);

/** Cuts an expression into its pieces, in one pass. @throws AppError for what is not closed, and for parameters of Solr's own parsers */
export function tokensOf(text: string, parameter: string): Token[] {
  const refuse = (message: string, english: string) => searchQueryError(parameter, message, english);
  if (text.length > LONGEST_EXPRESSION)
    throw refuse(`最多 ${LONGEST_EXPRESSION} 个字符，请拆成几次查询`, `more than ${LONGEST_EXPRESSION} characters`);
  const tokens: Token[] = [];
  let at = 0;
  const closing = (ends: string, what: string): number => {
    for (let end = at + 1; end < text.length; end++) {
      if (text[end] === '\\') end++;
      else if (ends.includes(text[end]!)) return end;
    }
    throw refuse(`第 ${at + 1} 个字符处的${what}没有结束`, `what begins at character ${at + 1} is not closed`);
  };
  while (at < text.length) {
    const character = text[at]!;
    const next = text[at + 1] ?? ' ';
    if (BLANK.test(character)) at++;
    else if (character === '(' || character === ')') {
      tokens.push({ type: character });
      at++;
    } else if (character === '"') {
      const end = closing('"', '引号');
      tokens.push({ type: 'value', value: { kind: 'text', text: unescaped(text.slice(at + 1, end)), quoted: true } });
      at = afterModifiers(text, end + 1);
    } else if (character === '[' || character === '{') {
      if (next === '!') throw refuse('不支持 {!…} 这样的局部参数', 'local parameters such as {!…} are not offered');
      const end = closing(']}', '范围');
      tokens.push({ type: 'value', value: rangeOf(text.slice(at, end + 1), refuse) });
      at = afterModifiers(text, end + 1);
    } else if ((character === '-' || character === '!' || character === '+') && !BLANK.test(next)) {
      tokens.push({ type: character === '+' ? 'MUST' : 'NOT' });
      at++;
    } else if (text.startsWith('&&', at) || text.startsWith('||', at)) {
      tokens.push({ type: character === '&' ? 'AND' : 'OR' });
      at += 2;
    } else if (ENDS_WORD.has(character)) {
      throw refuse(`第 ${at + 1} 个字符“${character}”前面缺少内容`, `unexpected ${character} at character ${at + 1}`);
    } else {
      const start = at;
      while (at < text.length && !BLANK.test(text[at]!) && !ENDS_WORD.has(text[at]!)) at += text[at] === '\\' ? 2 : 1;
      const raw = text.slice(start, at);
      if (text[at] === ':') {
        tokens.push({ type: 'field', name: unescaped(raw) });
        at++;
      } else tokens.push(raw === 'AND' || raw === 'OR' || raw === 'NOT' ? { type: raw } : { type: 'value', value: wordOf(raw, refuse) });
    }
  }
  return tokens;
}

/** Boosts and degrees of likeness say nothing here. */
function afterModifiers(text: string, at: number): number {
  return at + (/^(?:[~^]\d{0,9}(?:\.\d{0,9})?)+/.exec(text.slice(at, at + 40))?.[0].length ?? 0);
}

const unescaped = (text: string) => text.replace(/\\(.)/gsu, '$1');

function wordOf(raw: string, refuse: (message: string, english: string) => Error): TermValue {
  const word = raw.replace(/(?<!\\)[~^]\d{0,9}(?:\.\d{0,9})?$/, '');
  if (word === '*') return { kind: 'any' };
  const stars = [...word.matchAll(/(?<!\\)[*?]/g)];
  if (stars.length === 0) return { kind: 'text', text: unescaped(word), quoted: false };
  if (stars.length === 1 && word.endsWith('*')) return { kind: 'prefix', text: unescaped(word.slice(0, -1)) };
  throw refuse(`“${raw.slice(0, 40)}”：通配符只能是末尾的一个 *`, 'a wildcard can only be one * at the end of a word');
}

/** `[a TO b]`, `{a TO b}`, `[a TO b}`; either end may be `*`. */
function rangeOf(text: string, refuse: (message: string, english: string) => Error): TermValue {
  const [from, to, end, more] = text.slice(1, -1).trim().split(/\s+/u);
  if (to !== 'TO' || from === undefined || end === undefined || more !== undefined)
    throw refuse(`范围应写成 [起 TO 止]，现为“${text.slice(0, 60)}”`, 'a range looks like [from TO to]');
  const bound = (given: string) => (given === '*' ? undefined : unescaped(given.replace(/^"(.*)"$/su, '$1')));
  const bounds = { from: bound(from), to: bound(end) };
  if (bounds.from === undefined && bounds.to === undefined) return { kind: 'any' };
  return { kind: 'range', ...bounds, fromExcluded: text.startsWith('{'), toExcluded: text.endsWith('}') };
}
