import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { linesOfFolder } from './lines.js';

const FREQUENCY = 1000;

let shared: Segmenter | undefined;

/** Cuts folded text into words; the dictionary is loaded once a process (130 MB, a quarter of a second). */
export class Segmenter {
  private readonly jieba: Jieba;
  private readonly known: ReadonlySet<string>;

  private constructor() {
    this.jieba = Jieba.withDict(dict);
    const terms = linesOfFolder(new URL('./dictionary/', import.meta.url)).map((line) => line.split(/\s+/)[0]!);
    this.known = new Set(terms);
    this.jieba.loadDict(Buffer.from(terms.map((term) => `${term} ${FREQUENCY} n`).join('\n')));
  }

  static shared(): Segmenter {
    return (shared ??= new Segmenter());
  }

  /** Words that lie side by side, as a reader would cut them. */
  words(text: string): string[] {
    return this.jieba.cut(text, true);
  }

  /** Words and the shorter words within them, as the index holds them. */
  searchWords(text: string): string[] {
    return this.jieba.cutForSearch(text, true);
  }

  /** Whether the government dictionary lists the term. */
  isTerm(term: string): boolean {
    return this.known.has(term);
  }

  /** The terms of the government dictionary. */
  terms(): ReadonlySet<string> {
    return this.known;
  }
}
