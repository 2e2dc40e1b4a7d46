import { syllablesOf } from '../../analysis/index.js';

/** A syllable as it is spelled, and as a speaker who mixes up sounds may spell it. */
export interface SyllableKey {
  full: string;
  near: string;
}

/** z = zh, n = l, an = ang: sounds that many speakers do not tell apart. */
export function nearSound(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/([aei])ng$/, '$1n');
}

export function syllableKeys(term: string): SyllableKey[] {
  return syllablesOf(term).map((full) => ({ full, near: nearSound(full) }));
}
