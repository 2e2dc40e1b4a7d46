export { fold, toSimplified } from './simplified.js';
export { linesOf, linesOfFolder } from './lines.js';
export { type PlacedToken, TextAnalyzer } from './text-analyzer.js';
export { pinyinOf } from './pinyin.js';
