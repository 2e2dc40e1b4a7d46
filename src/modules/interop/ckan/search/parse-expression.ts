import type { Expression } from './expression.js';
import { searchQueryError } from './search-query-error.js';
import { type Token, tokensOf } from './tokens.js';

const DEEPEST = 16;

/**
 * Reads an expression: words, `field:value`, `field:(…)`, AND, OR, NOT, `+`, `-`, brackets; what only stands side by side must all be true.
 * Undefined when it is empty. Pure; depth and length are bounded. @throws AppError
 */
export function parseExpression(text: string, parameter: string): Expression | undefined {
  const tokens = tokensOf(text, parameter);
  return tokens.length === 0 ? undefined : new Reader(tokens, parameter).all();
}

class Reader {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly parameter: string,
  ) {}

  all(): Expression {
    const expression = this.either();
    if (this.at < this.tokens.length) throw this.refused('多了一个右括号', 'there is a closing bracket too many');
    return expression;
  }

  private either(field?: string): Expression {
    const parts = [this.both(field)];
    while (this.takes('OR')) parts.push(this.both(field));
    return parts.length === 1 ? parts[0]! : { kind: 'or', parts };
  }

  private both(field?: string): Expression {
    const parts = [this.single(field)];
    for (;;) {
      const isSaid = this.takes('AND');
      const next = this.tokens[this.at]?.type;
      if (!isSaid && (next === undefined || next === ')' || next === 'OR')) break;
      parts.push(this.single(field));
    }
    return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
  }

  private single(field?: string): Expression {
    if (++this.depth > DEEPEST) throw this.refused(`最多嵌套 ${DEEPEST} 层`, `nested more than ${DEEPEST} deep`);
    try {
      return this.within(field);
    } finally {
      this.depth--;
    }
  }

  private within(field?: string): Expression {
    const token = this.tokens[this.at++];
    switch (token?.type) {
      case 'NOT':
        return { kind: 'not', part: this.single(field) };
      case 'MUST':
        return this.single(field);
      case '(': {
        const inner = this.either(field);
        if (!this.takes(')')) throw this.refused('少了一个右括号', 'a closing bracket is missing');
        return inner;
      }
      case 'field':
        if (field !== undefined) throw this.refused(`字段 ${field} 的括号里不能再写字段`, 'a field within the brackets of a field');
        return token.name === '*' && this.isAny() ? this.everything() : this.single(token.name);
      case 'value':
        return { kind: 'term', ...(field === undefined ? {} : { field }), value: token.value };
      default:
        throw this.refused(
          token ? `“${token.type}”的位置缺少条件` : '结尾缺少条件',
          token ? `a term is missing before ${token.type}` : 'a term is missing at the end',
        );
    }
  }

  private isAny(): boolean {
    const token = this.tokens[this.at];
    return token?.type === 'value' && token.value.kind === 'any';
  }

  /** `*:*` */
  private everything(): Expression {
    this.at++;
    return { kind: 'and', parts: [] };
  }

  private takes(type: Token['type']): boolean {
    if (this.tokens[this.at]?.type !== type) return false;
    this.at++;
    return true;
  }

  private refused(message: string, english: string): Error {
    return searchQueryError(this.parameter, message, english);
  }
}
