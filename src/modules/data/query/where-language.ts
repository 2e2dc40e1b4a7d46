import type { TableColumn } from '../table/table-schema.js';
import { queryError } from './query-error.js';
import type { Place, RawCondition, RawValue } from './raw-query.js';
import type { Comparison } from './table-query.js';
import { type Sign, type Token, tokensOf } from './where-tokens.js';

const DEEPEST = 20;
const MOST_CONDITIONS = 200;
const MOST_VALUES = 500;

const BY_SIGN: Partial<Record<Sign, Comparison>> = { '=': 'eq', '!=': 'ne', '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' };

/**
 * Reads the expression language of `where`: comparisons of a column with values, joined by and, or, not and brackets; docs/rows.md.
 * @throws AppError BAD_REQUEST with the character
 */
export function parseWhere(text: string, columns: readonly TableColumn[], parameter = 'where'): RawCondition {
  return new WhereParser(text, tokensOf(text, columns, parameter), parameter).whole();
}

/** Recursive descent over the tokens; its depth is limited. */
class WhereParser {
  private next = 0;
  private conditions = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
    private readonly parameter: string,
  ) {}

  whole(): RawCondition {
    const condition = this.or(0);
    const left = this.tokens[this.next];
    if (left) throw this.error('这里应当结束，或用 and、or 连接下一个条件', 'expected the end, and, or', left);
    return condition;
  }

  private or(depth: number): RawCondition {
    return this.joined('or', () => this.and(depth));
  }

  private and(depth: number): RawCondition {
    return this.joined('and', () => this.not(depth));
  }

  private joined(kind: 'and' | 'or', part: () => RawCondition): RawCondition {
    const parts = [part()];
    while (this.word(kind)) parts.push(part());
    return parts.length === 1 ? parts[0]! : { kind, parts };
  }

  private not(depth: number): RawCondition {
    if (depth > DEEPEST) throw this.error(`括号和 not 最多 ${DEEPEST} 层`, `deeper than ${DEEPEST}`, this.tokens[this.next]);
    if (this.word('not')) return { kind: 'not', part: this.not(depth + 1) };
    if (!this.sign('(')) return this.comparison();
    const inner = this.or(depth + 1);
    this.demandSign(')', '右括号“)”');
    return inner;
  }

  private comparison(): RawCondition {
    if (++this.conditions > MOST_CONDITIONS)
      throw this.error(`条件超过 ${MOST_CONDITIONS} 个`, `more than ${MOST_CONDITIONS} conditions`, this.tokens[this.next]);
    if (this.word('near')) return this.near();
    const token = this.tokens[this.next++];
    if (token?.kind !== 'column') throw this.error('这里应当是列名', 'expected the name of a column', token);
    const column = { name: token.name, at: this.at(token) };
    const compare = (comparison: Comparison, values: RawValue[]): RawCondition => ({ kind: 'compare', column, comparison, values });
    if (this.word('isNotNull')) return { kind: 'not', part: compare('isNull', []) };
    if (this.word('isNull')) return compare('isNull', []);
    if (this.word('is')) return this.isNull(compare);
    const inverted = this.word('not');
    const plain = this.operation(compare, inverted);
    return inverted ? { kind: 'not', part: plain } : plain;
  }

  private operation(compare: (comparison: Comparison, values: RawValue[]) => RawCondition, worded: boolean): RawCondition {
    if (this.word('in')) return compare('in', this.list());
    if (this.word('contains')) return compare('contains', [this.value()]);
    if (this.word('startsWith')) return compare('startsWith', [this.value()]);
    if (this.word('between')) {
      const low = this.value();
      if (!this.word('and') && !this.sign(',')) throw this.error('between 的两个值之间应当是 and', 'expected and', this.tokens[this.next]);
      return compare('between', [low, this.value()]);
    }
    const token = this.tokens[this.next++];
    const comparison = token?.kind === 'sign' && !worded ? BY_SIGN[token.sign] : undefined;
    if (!comparison)
      throw this.error(
        '列名后面应当是 =、!=、<、<=、>、>=、in、contains、startsWith、between 或 is null',
        'expected =, !=, <, <=, >, >=, in, contains, startsWith, between or is null',
        token,
      );
    return compare(comparison, [this.value()]);
  }

  /** After `is`: null, not null, or a value: 户籍 是 '本市'. */
  private isNull(compare: (comparison: Comparison, values: RawValue[]) => RawCondition): RawCondition {
    const inverted = this.word('not');
    const found = this.word('null') ? compare('isNull', []) : compare('eq', [this.value()]);
    return inverted ? { kind: 'not', part: found } : found;
  }

  private near(): RawCondition {
    this.demandSign('(', '左括号“(”');
    const [longitude, latitude, metres, ...more] = this.values();
    if (!longitude || !latitude || !metres || more.length > 0)
      throw this.error('near 需要三个数：经度、纬度、米', 'near takes longitude, latitude, metres', this.tokens[this.next - 1]);
    return { kind: 'near', longitude, latitude, metres };
  }

  private list(): RawValue[] {
    this.demandSign('(', '左括号“(”');
    return this.values();
  }

  /** Values with commas between them, to the closing bracket. */
  private values(): RawValue[] {
    const values = [this.value()];
    while (this.sign(',')) {
      if (values.length >= MOST_VALUES)
        throw this.error(`最多 ${MOST_VALUES} 个值`, `more than ${MOST_VALUES} values`, this.tokens[this.next]);
      values.push(this.value());
    }
    this.demandSign(')', '逗号或右括号“)”');
    return values;
  }

  private value(): RawValue {
    const token = this.tokens[this.next++];
    if (token?.kind === 'value') return { text: token.text, quoted: token.quoted, at: this.at(token) };
    if (token?.kind === 'word' && ['true', 'false', 'is', 'not'].includes(token.word))
      return { text: token.text, quoted: false, at: this.at(token) };
    const hint = token?.kind === 'column' ? `，文本要加引号：'${token.name.slice(0, 30)}'` : '';
    throw this.error(`这里应当是一个值${hint}`, 'expected a value; texts stand in single quotes', token);
  }

  private word(word: string): boolean {
    const token = this.tokens[this.next];
    if (token?.kind !== 'word' || token.word !== word) return false;
    this.next++;
    return true;
  }

  private sign(sign: Sign): boolean {
    const token = this.tokens[this.next];
    if (token?.kind !== 'sign' || token.sign !== sign) return false;
    this.next++;
    return true;
  }

  private demandSign(sign: Sign, expected: string): void {
    if (!this.sign(sign)) throw this.error(`这里应当是${expected}`, `expected ${sign}`, this.tokens[this.next]);
  }

  private at(token: Token | undefined): Place {
    return { parameter: this.parameter, text: this.text, offset: token?.offset ?? this.text.length };
  }

  private error(message: string, english: string, token: Token | undefined): Error {
    return queryError(this.parameter, token ? message : `${message}，表达式却到此为止`, english, this.at(token));
  }
}
