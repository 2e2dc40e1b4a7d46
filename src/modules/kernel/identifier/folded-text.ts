import { CHINESE_NUMERAL, parseChineseNumeral } from '../chinese-numeral.js';

/** Text with its variants removed, and for every folded character the span of the original that it came from. */
export interface FoldedText {
  text: string;
  start: number[];
  end: number[];
}

// The traditional forms that occur in document numbers; whole texts are converted by the search analysis.
const VARIANTS: Record<string, string> = Object.fromEntries(
  ['國国', '發发', '辦办', '號号', '務务', '總总', '財财', '稅税', '規规', '農农', '衛卫', '電电', '員员', '會会', '華华'].map((pair) => [
    pair.charAt(0),
    pair.charAt(1),
  ]),
);
for (const bracket of '([{【「〔') VARIANTS[bracket] = '〔';
for (const bracket of ')]}】」〕') VARIANTS[bracket] = '〕';

/** Characters that NFKC leaves alone, and most of any text. */
const PLAIN = /^[\u4e00-\u9fff\w]$/u;
const NUMERAL_SERIAL = new RegExp(`(?<=第\\s*)[${CHINESE_NUMERAL}]{1,8}(?=\\s*号)`, 'gu');

/** Half width, one kind of bracket (〔〕), simplified letters of document numbers, and 第七十三号 as 第73号 (GB/T 9704). */
export function foldText(original: string): FoldedText {
  const folded: FoldedText = { text: '', start: [], end: [] };
  let offset = 0;
  for (const character of original) {
    for (const unit of PLAIN.test(character) ? character : character.normalize('NFKC'))
      push(folded, VARIANTS[unit] ?? unit, offset, offset + character.length);
    offset += character.length;
  }
  return withArabicSerials(folded);
}

function withArabicSerials(source: FoldedText): FoldedText {
  const result: FoldedText = { text: '', start: [], end: [] };
  let copied = 0;
  const copyUntil = (limit: number) => {
    for (; copied < limit; copied++) push(result, source.text.charAt(copied), source.start[copied]!, source.end[copied]!);
  };
  for (const match of source.text.matchAll(NUMERAL_SERIAL)) {
    copyUntil(match.index);
    copied += match[0].length;
    push(result, String(parseChineseNumeral(match[0])), source.start[match.index]!, source.end[copied - 1]!);
  }
  copyUntil(source.text.length);
  return result;
}

function push(folded: FoldedText, text: string, start: number, end: number) {
  folded.text += text;
  for (let unit = 0; unit < text.length; unit++) {
    folded.start.push(start);
    folded.end.push(end);
  }
}
