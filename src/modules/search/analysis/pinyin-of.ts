import { pinyin } from 'pinyin-pro';

/** How a term is typed by its sound: `jingqu` and `jq`; empty without Chinese characters. */
export interface Sound {
  full: string;
  initials: string;
}

/** Syllables without tones, ü as v; other characters stay themselves. */
export function syllablesOf(term: string): string[] {
  return pinyin(term, { toneType: 'none', type: 'array', v: true }).map((syllable) => syllable.toLowerCase());
}

export function pinyinOf(term: string): Sound {
  if (!/\p{Script=Han}/u.test(term)) return { full: '', initials: '' };
  const syllables = syllablesOf(term).map((syllable) => syllable.replaceAll(/[^a-z0-9]/g, ''));
  return { full: syllables.join(''), initials: syllables.map((syllable) => syllable.charAt(0)).join('') };
}
