import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { readWordLists } from './word-list.js';

/** A dictionary word inside a longer one. */
interface Inner {
  token: string;
  start: number;
}

/** Distinct long words are few; the limit only guards against texts made to fill memory. */
const MOST_REMEMBERED = 100_000;

let loaded: Jieba | undefined;

/** Lines `word frequency tag` of the government dictionary. */
function dictionaryLines(): string[] {
  return readWordLists(new URL('./dictionary/', import.meta.url));
}

/** The words of the government dictionary. */
export function listedWords(): string[] {
  return dictionaryLines().map((line) => line.split(/\s+/)[0]!);
}

function jieba(): Jieba {
  if (!loaded) {
    loaded = Jieba.withDict(dict);
    loaded.loadDict(Buffer.from(`${dictionaryLines().join('\n')}\n`));
  }
  return loaded;
}

/**
 * The most likely words of a text, marks and spaces included. Without guessing of unknown words: a guess depends
 * on the words around it, and then a query would not meet the record.
 */
export function cut(text: string): string[] {
  return jieba().cut(text, false);
}

/** True for a word of the dictionary. */
export function isWord(text: string): boolean {
  return text.length > 1 && cut(text).length === 1;
}

const remembered = new Map<string, Inner[]>();

/** The dictionary words inside a word, by place, so that a short query finds the long compound. */
export function innerWords(word: string): Inner[] {
  let inner = remembered.get(word);
  if (!inner) {
    inner = findInner(word);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(word, inner);
  }
  return inner;
}

function findInner(word: string): Inner[] {
  const inner: Inner[] = [];
  for (let start = 0; start + 2 <= word.length; start++) {
    for (let end = start + 2; end <= word.length; end++) {
      if (end - start < word.length && isWord(word.slice(start, end))) inner.push({ token: word.slice(start, end), start });
    }
  }
  return inner;
}
