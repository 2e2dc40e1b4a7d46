import { readWordList } from './word-list.js';

/** Function words that carry no meaning for finding; they are never indexed and never asked for. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  readWordList(new URL('./stop-word.txt', import.meta.url)).flatMap((line) => line.split(/[\s,，、]+/)),
);
