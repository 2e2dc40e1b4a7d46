export { normaliseText } from './normalised-text.js';
export { pinyinOf, syllablesOf, type Sound } from './pinyin-of.js';
export { hasTraditional, toSimplified } from './simplified.js';
export { STOP_WORDS } from './stop-word.js';
export { TextAnalyzer } from './text-analyzer.js';
export type { Token } from './token.js';
export { cut, innerWords, isWord, listedWords } from './segmenter.js';
export { readWordList, readWordLists } from './word-list.js';
