import { pinyin } from 'pinyin-pro';

/** How a text sounds: full pinyin without tones (`jingqu`) and initials (`jq`); empty for texts without Chinese. */
export interface Sound {
  pinyin: string;
  initials: string;
}

const CHINESE = /\p{Script=Han}/u;
const LONGEST = 40;

export function soundOf(text: string): Sound {
  if (!CHINESE.test(text)) return { pinyin: '', initials: '' };
  const syllables = pinyin(text.slice(0, LONGEST), { toneType: 'none', type: 'array', v: true }).map((syllable) =>
    syllable.toLowerCase().replaceAll(/[^a-z0-9]/g, ''),
  );
  return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable.charAt(0)).join('') };
}
