import { pinyinOf, syllablesOf } from '../analysis/index.js';
import { nearSound } from './component/sound-key.js';

const HAN = /^\p{Script=Han}{2,12}$/u;

/** Listed terms (government dictionary, synonyms, organs) by how they sound; the index of sounds is made at the first question. */
export class SoundingTerms {
  private full?: Map<string, string[]>;
  private readonly initials = new Map<string, string[]>();
  private readonly near = new Map<string, string[]>();

  constructor(private readonly terms: Iterable<string>) {}

  /** Terms whose full pinyin or initials are these letters, full pinyin first. */
  byPinyin(letters: string): string[] {
    return [...(this.load().get(letters) ?? []), ...(this.initials.get(letters) ?? [])];
  }

  /** Terms of this `soundOf`, easily mixed-up sounds being equal. */
  alike(sound: string): string[] {
    this.load();
    return this.near.get(sound) ?? [];
  }

  private load(): Map<string, string[]> {
    if (this.full) return this.full;
    const full = new Map<string, string[]>();
    for (const term of new Set(this.terms)) {
      if (!HAN.test(term)) continue;
      const sound = pinyinOf(term);
      add(full, sound.full, term);
      add(this.initials, sound.initials, term);
      add(this.near, soundOf(term), term);
    }
    return (this.full = full);
  }
}

/** Syllables that speakers mix up made equal. */
export function soundOf(text: string): string {
  return syllablesOf(text).map(nearSound).join(' ');
}

function add(map: Map<string, string[]>, key: string, term: string): void {
  const known = map.get(key);
  if (known) known.push(term);
  else map.set(key, [term]);
}
