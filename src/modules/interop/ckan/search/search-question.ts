import type { Condition } from '../../../search/index.js';
import { conditionOf, type ConditionContext } from './condition-of.js';
import type { Expression, Term } from './expression.js';
import { parseExpression } from './parse-expression.js';
import { searchField } from './search-field.js';
import { searchQueryError } from './search-query-error.js';

/** Characters of the words of a search, at most. */
const LONGEST_WORDS = 5_000;

/** What is looked for: words for the search box, and what narrows them. */
export interface SearchQuestion {
  words: string;
  where?: Condition;
}

/**
 * Takes `q` and `fq` apart: words go to our search as they are typed, everything with a field becomes a condition. A `q` without
 * any field of ours is words alone, whatever characters it holds. Pure. @throws AppError
 */
export function searchQuestion(q: string, fq: readonly string[], context: Omit<ConditionContext, 'parameter'>): SearchQuestion {
  const words: string[] = [];
  const conditions: Condition[] = [];
  const take = (text: string, parameter: string) => {
    const expression = parseExpression(text, parameter);
    for (const part of expression ? partsOf(expression) : []) {
      const word = wordOf(part);
      if (word !== undefined) words.push(word);
      else conditions.push(conditionOf(part, { ...context, parameter }));
    }
  };
  if (namesField(q)) take(q, 'q');
  else words.push(q.replace(/^\s*\*?\s*$/u, ''));
  for (const text of fq) take(text, 'fq');
  const narrowing = conditions.filter((condition) => !('all' in condition && condition.all.length === 0));
  const asked = words.filter((word) => word !== '').join(' ');
  if (asked.length > LONGEST_WORDS) throw searchQueryError('q', `最多 ${LONGEST_WORDS} 个字符`, `more than ${LONGEST_WORDS} characters`);
  return {
    words: asked,
    ...(narrowing.length === 0 ? {} : { where: narrowing.length === 1 ? narrowing[0]! : { all: narrowing } }),
  };
}

/** A field that we know with a colon behind it, `*:*`, or what Solr would take for its own parsers. */
function namesField(q: string): boolean {
  if (/\{!|(?:^|[\s(+-])_(?:query|val)_:/u.test(q)) return true;
  return [...q.matchAll(/(?:^|[\s(+!-])([a-z_]{2,30}|\*):/gu)].some(([, name]) => name === '*' || searchField(name!) !== undefined);
}

/** What must all be true at the top. */
function partsOf(expression: Expression): Expression[] {
  return expression.kind === 'and' ? expression.parts.flatMap(partsOf) : [expression];
}

/** A word of the search box: alone, in quotes, or with a minus before it. */
function wordOf(part: Expression): string | undefined {
  if (part.kind === 'not') return part.part.kind === 'term' && part.part.field === undefined ? `-${boxWord(part.part)}` : undefined;
  return part.kind === 'term' && part.field === undefined ? boxWord(part) : undefined;
}

function boxWord({ value }: Term): string {
  if (value.kind === 'text') return value.quoted && value.text !== '' ? `"${value.text.replaceAll('"', ' ')}"` : value.text;
  return value.kind === 'prefix' ? value.text : '';
}
