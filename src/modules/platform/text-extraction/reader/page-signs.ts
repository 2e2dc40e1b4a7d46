/** Signs of the block of radical supplements that are drawn like a word, and the word; Unicode has no compatibility form for them. */
const RADICALS =
  '⺁厂⺈刀⺎兀⺒巳⺝月⺟母⺠民⺫目⺮竹⺶羊⻁虎⻄西⻅见⻆角⻉贝⻋车⻑长⻒镸⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟';
const WORDS = new Map([...RADICALS].flatMap((sign, index, all) => (index % 2 === 0 ? [[sign, all[index + 1]!] as const] : [])));

/** Fonts of layout documents give some characters the code of a radical that looks the same (⾝份证, ⼈⺠): as they are read. */
export function readableSigns(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, (sign) => WORDS.get(sign) ?? sign.normalize('NFKC'));
}

const MOST_NAMED = 10;

/** `第 3、5 页…`: pages that a person has to look at. */
export function pageList(numbers: readonly number[]): string {
  const named = numbers.slice(0, MOST_NAMED).join('、');
  return numbers.length > MOST_NAMED ? `第 ${named} 等 ${numbers.length} 页` : `第 ${named} 页`;
}
