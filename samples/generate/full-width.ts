const WIDE: Record<string, string> = {
  ',': '\uff0c',
  ';': '\uff1b',
  ':': '\uff1a',
  '?': '\uff1f',
  '!': '\uff01',
  '(': '\uff08',
  ')': '\uff09',
};
const HAN = '\\u4e00-\\u9fff\\u3000-\\u303f\\uff01-\\uff5e“”‘’—…';
const NEXT_TO_HAN = new RegExp(`(?<=[${HAN}%℃])[,;:?!()]|[,;:?!()](?=[${HAN}])`, 'gu');

/** Chinese prose takes full-width punctuation; numbers such as 1,200 and times such as 8:30 keep theirs. */
export function fullWidth(text: string): string {
  let previous = '';
  let current = text;
  while (current !== previous) {
    previous = current;
    current = current.replace(NEXT_TO_HAN, (mark) => WIDE[mark] ?? mark);
  }
  return current.replace(/\uff08([^\uff08\uff09()]*)\)/gu, '\uff08$1\uff09').replace(/\(([^\uff08\uff09()]*)\uff09/gu, '\uff08$1\uff09');
}
