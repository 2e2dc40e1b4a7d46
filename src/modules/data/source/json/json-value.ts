/** A number as the file writes it: no digit is lost and none is added. */
export class JsonNumber {
  constructor(readonly text: string) {}
}

/** An object with its keys in the order of the file, whatever they are called. */
export class JsonObject {
  constructor(readonly entries: readonly (readonly [key: string, value: JsonValue])[]) {}

  get(key: string): JsonValue | undefined {
    return this.entries.find(([name]) => name === key)?.[1];
  }
}

export type JsonValue = string | boolean | null | JsonNumber | JsonObject | JsonValue[];

/** A text that is no JSON; the message says where, in Chinese. */
export class JsonSyntax extends Error {}

const MOST_DEPTH = 100;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
  // Programs in Python write them for missing numbers.
  ['NaN', null],
];

/** The value of a JSON text. Pure. @throws JsonSyntax */
export const parseJson = (text: string): JsonValue => new Parser(text).whole();

/** A value as JSON again, numbers as they were. Pure. */
export function jsonText(value: JsonValue): string {
  if (value instanceof JsonNumber) return value.text;
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  if (value instanceof JsonObject) return `{${value.entries.map(([key, one]) => `${JSON.stringify(key)}:${jsonText(one)}`).join(',')}}`;
  return JSON.stringify(value);
}

class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  whole(): JsonValue {
    const value = this.value();
    if (this.sign() !== undefined) this.fail();
    return value;
  }

  private value(): JsonValue {
    const sign = this.sign();
    if (sign === '"') return this.string();
    if (sign === '{' || sign === '[') {
      if (++this.depth > MOST_DEPTH) throw new JsonSyntax(`嵌套超过 ${MOST_DEPTH} 层`);
      const value = sign === '{' ? this.object() : this.array();
      this.depth--;
      return value;
    }
    const word = WORDS.find(([name]) => this.text.startsWith(name, this.at));
    if (word) {
      this.at += word[0].length;
      return word[1];
    }
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(this.text)?.[0];
    if (number === undefined) return this.fail();
    this.at += number.length;
    return new JsonNumber(number);
  }

  private object(): JsonObject {
    const entries: [string, JsonValue][] = [];
    this.at++;
    if (this.sign() === '}') this.at++;
    else
      do {
        if (this.sign() !== '"') this.fail();
        const key = this.string();
        if (this.sign() !== ':') this.fail();
        this.at++;
        entries.push([key, this.value()]);
      } while (this.goesOn('}'));
    return new JsonObject(entries);
  }

  private array(): JsonValue[] {
    const values: JsonValue[] = [];
    this.at++;
    if (this.sign() === ']') this.at++;
    else
      do {
        values.push(this.value());
      } while (this.goesOn(']'));
    return values;
  }

  private goesOn(end: string): boolean {
    const sign = this.sign();
    if (sign !== ',' && sign !== end) this.fail();
    this.at++;
    return sign === ',';
  }

  private string(): string {
    const from = this.at;
    let end = this.text.indexOf('"', from + 1);
    while (end >= 0 && this.isEscaped(end)) end = this.text.indexOf('"', end + 1);
    if (end < 0) this.fail();
    this.at = end + 1;
    const inner = this.text.slice(from + 1, end);
    if (!inner.includes('\\')) return inner;
    try {
      return JSON.parse(`"${inner.replace(/[\n\r\t]/g, (sign) => JSON.stringify(sign).slice(1, -1))}"`) as string;
    } catch {
      return this.fail(from);
    }
  }

  private isEscaped(at: number): boolean {
    let slashes = 0;
    while (this.text.charCodeAt(at - 1 - slashes) === 92) slashes++;
    return slashes % 2 === 1;
  }

  /** The next sign that is no space. */
  private sign(): string | undefined {
    while (this.at < this.text.length && this.text.charCodeAt(this.at) <= 32) this.at++;
    return this.text[this.at];
  }

  private fail(at = this.at): never {
    const near = this.text.slice(Math.max(0, at - 10), at + 10);
    throw new JsonSyntax(near === '' ? '没有内容' : `“${near}”附近有语法错误`);
  }
}
