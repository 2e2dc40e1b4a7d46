import type { FacetBoost, InterpretationPiece } from '../analysed-query.js';
import type { Reading } from '../span.js';

const RANGE = /((?:19|20)\d{2})\s*年?\s*(?:-|–|—|~|至|到)\s*((?:19|20)\d{2})\s*年?/g;
const RECENT = /(?:近|最近|过去)([一二两三四五六七八九十\d]{1,2})年/g;
const YEAR = /(?<!\d)((?:19|20)\d{2})\s*年(?:度|份)?/g;
const BARE_YEAR = /(?<![\d〔[(/.-])((?:19|20)\d{2})(?![\d〕\])/.-])/g;
const NUMERALS: Record<string, number> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };
const MOST_YEARS = 30;

export interface Years {
  boosts: FacetBoost[];
  pieces: InterpretationPiece[];
  /** Single years that were named; records whose text has them fit better. */
  named: { year: string; text: string }[];
}

/** Takes years and ranges of years out of the text; they raise records of those years. */
export function recogniseYears(reading: Reading, thisYear: number): Years {
  const found: Years = { boosts: [], pieces: [], named: [] };
  const range = (text: string, index: number, from: number, to: number) => {
    if (from > to || to - from > MOST_YEARS || !reading.claim(index, index + text.length)) return;
    for (let year = from; year <= to; year++) found.boosts.push({ facet: 'year', value: String(year), weight: 1 });
    found.pieces.push({ type: 'year', text, meaning: `${from}–${to}年` });
  };
  for (const { 0: text, 1: from, 2: to, index } of reading.text.matchAll(RANGE)) range(text, index, Number(from), Number(to));
  for (const { 0: text, 1: count, index } of reading.text.matchAll(RECENT)) {
    const years = NUMERALS[count!] ?? Number(count);
    if (years > 0) range(text, index, thisYear - years + 1, thisYear);
  }
  for (const { 0: text, 1: year, index } of [...reading.text.matchAll(YEAR), ...reading.text.matchAll(BARE_YEAR)]) {
    if (!reading.claim(index, index + text.length)) continue;
    found.boosts.push({ facet: 'year', value: year!, weight: 1 });
    found.named.push({ year: year!, text });
    found.pieces.push({ type: 'year', text, meaning: `${year!}年` });
  }
  return found;
}
