import { pinyinOf } from '../analysis/index.js';
import type { Lexicon, LexiconTerm } from './analysed-query.js';

/** A vocabulary held in memory: for specs, and for trying the understanding without an index. */
export class MemoryLexicon implements Lexicon {
  private readonly terms: LexiconTerm[];

  constructor(frequencies: Record<string, number>) {
    this.terms = Object.entries(frequencies)
      .map(([term, frequency]) => ({ term, frequency }))
      .sort((a, b) => b.frequency - a.frequency);
  }

  total(): Promise<number> {
    return Promise.resolve(1000);
  }

  frequencies(wanted: string[]): Promise<Map<string, number>> {
    return Promise.resolve(new Map(this.terms.filter(({ term }) => wanted.includes(term)).map(({ term, frequency }) => [term, frequency])));
  }

  byPinyin(letters: string): Promise<LexiconTerm[]> {
    return Promise.resolve(this.terms.filter(({ term }) => pinyinOf(term).full === letters || pinyinOf(term).initials === letters));
  }

  similar(typed: string): Promise<LexiconTerm[]> {
    const sound = pinyinOf(typed).full;
    return Promise.resolve(this.terms.filter(({ term }) => term !== typed && (pinyinOf(term).full === sound || oneReplaced(term, typed))));
  }
}

function oneReplaced(a: string, b: string): boolean {
  return a.length === b.length && [...a].filter((character, index) => character !== b[index]).length === 1;
}
