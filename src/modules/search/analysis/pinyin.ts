import { pinyin } from 'pinyin-pro';

/** Sound of a term without tones: `{full: 'zhufanggongjijin', initials: 'zfgjj'}`. */
export function pinyinOf(term: string): { full: string; initials: string } {
  const syllables = pinyin(term, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).map((syllable) =>
    syllable.toLowerCase(),
  );
  return { full: syllables.join(''), initials: syllables.map((syllable) => syllable[0] ?? '').join('') };
}
