import { UnreadableTable } from '../sheet-source.js';

/** An array that no other array holds. */
export interface FoundArray {
  /** Keys that lead to it. */
  path: string[];
  /** Where it stands among the arrays of the file. */
  position: number;
}

/** Hears the arrays of a file and their elements as JSON text. */
export interface ArrayHearer {
  /** Whether the elements of an array are wanted. */
  array(found: FoundArray): boolean;
  element(text: string, found: FoundArray): void;
}

/** A second value after the first: lines of JSON under the name of JSON. */
export class SecondRoot extends Error {}

/** The longest element: the border of a province has some millions of signs. */
export const MOST_ELEMENT = 32_000_000;
const MOST_DEPTH = 100;
const [QUOTE, BACKSLASH, COMMA, COLON, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [34, 92, 44, 58, 91, 93, 123, 125];

/** Finds arrays of a JSON file and cuts them into elements, chunk by chunk; what is in an element is looked at by whoever reads it. */
export class ArrayScanner {
  private arrays = 0;
  /** Keys of the objects that are open around what is read. */
  private readonly path: (string | undefined)[] = [];
  private found: FoundArray | undefined;
  private wanted = false;
  private ended = false;
  private inString = false;
  private escaped = false;
  private awaitsKey = false;
  private key = '';
  private keyPart = false;
  /** Containers that are open inside of the element. */
  private depth = 0;
  private element = '';
  private hasElement = false;

  constructor(private readonly hearer: ArrayHearer) {}

  /** @throws UnreadableTable, SecondRoot */
  push(chunk: string): void {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (this.inString) at = this.inText(chunk, at);
      else if (code === QUOTE) this.openString();
      else if (code > 32 && this.found === undefined) {
        this.outside(code);
        if (this.found) start = at + 1;
      } else if (code > 32 && this.endsElement(code)) {
        this.closeElement(chunk.slice(start, at));
        start = at + 1;
        if (code === CLOSE_ARRAY) this.closeArray();
      }
    }
    if (this.found && this.wanted) this.keep(chunk.slice(start));
  }

  /** @throws UnreadableTable when the file ends in the middle */
  end(): void {
    if (!this.ended) throw new UnreadableTable('JSON 没有结束，文件可能不完整；请重新导出。');
  }

  /** Goes to the end of a string, or of the chunk. */
  private inText(chunk: string, from: number): number {
    for (let at = from; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (this.escaped) this.escaped = false;
      else if (code === BACKSLASH) this.escaped = true;
      else if (code === QUOTE) {
        this.inString = false;
        if (this.keyPart) this.keepKey(chunk.slice(from, at));
        return at;
      }
    }
    if (this.keyPart) this.keepKey(chunk.slice(from));
    return chunk.length;
  }

  private openString(): void {
    this.inString = true;
    if (this.found) this.hasElement = true;
    else if (this.ended || this.path.length === 0) this.openRoot();
    this.keyPart = this.found === undefined && this.awaitsKey;
    if (this.keyPart) this.key = '';
  }

  private keepKey(text: string): void {
    if (this.key.length < 200) this.key += text;
  }

  private outside(code: number): void {
    if (this.ended) throw new SecondRoot();
    switch (code) {
      case OPEN_OBJECT:
        this.path.push(undefined);
        if (this.path.length > MOST_DEPTH) throw new UnreadableTable(`JSON 嵌套超过 ${MOST_DEPTH} 层，没有读取。`);
        this.awaitsKey = true;
        break;
      case CLOSE_OBJECT:
        if (this.path.length === 0) this.broken();
        this.path.pop();
        this.closeValue();
        break;
      case COLON:
        this.path[this.path.length - 1] = this.key;
        this.awaitsKey = false;
        break;
      case COMMA:
        this.awaitsKey = true;
        break;
      case OPEN_ARRAY:
        this.found = { path: this.path.map((key) => key ?? ''), position: this.arrays++ };
        this.wanted = this.hearer.array(this.found);
        break;
      case CLOSE_ARRAY:
        this.broken();
        break;
      default:
        if (this.path.length === 0) this.broken();
    }
  }

  /** Follows brackets inside of an array, and says whether a sign ends an element of it. */
  private endsElement(code: number): boolean {
    if (this.depth === 0 && (code === COMMA || code === CLOSE_ARRAY)) return true;
    if (code === OPEN_OBJECT || code === OPEN_ARRAY) this.depth++;
    else if ((code === CLOSE_OBJECT || code === CLOSE_ARRAY) && --this.depth < 0) this.broken();
    this.hasElement = true;
    return false;
  }

  private closeElement(rest: string): void {
    const found = this.found!;
    if (this.wanted && this.hasElement) {
      this.keep(rest);
      const text = this.element;
      this.element = '';
      this.hearer.element(text, found);
    }
    this.element = '';
    this.hasElement = false;
  }

  private keep(text: string): void {
    this.element += text;
    if (this.element.length > MOST_ELEMENT) throw new UnreadableTable('JSON 里有一个对象超过 32 MB，不能做成表。');
  }

  private closeArray(): void {
    this.found = undefined;
    this.closeValue();
  }

  private closeValue(): void {
    this.awaitsKey = false;
    if (this.path.length === 0) this.ended = true;
  }

  private openRoot(): void {
    if (this.ended) throw new SecondRoot();
    this.broken();
  }

  private broken(): never {
    throw new UnreadableTable('文件不是正确的 JSON，括号不成对，或不是从对象、数组开始；请重新导出。');
  }
}
