import { toSimplified } from './simplified.js';

/** A folded text that still knows where each of its characters stood in the original. */
export interface FoldedText {
  text: string;
  /** Offset in the original of each UTF-16 unit of `text`; one more at the end. */
  offsets: number[];
}

/** Folds character by character, since folding may change lengths (ﬁ → fi, １ → 1). */
export function foldWithOffsets(original: string): FoldedText {
  const offsets: number[] = [];
  let folded = '';
  let position = 0;
  for (const character of original) {
    const plain = character.isWellFormed() ? character.normalize('NFKC').toLowerCase() : '\ufffd';
    for (let unit = 0; unit < plain.length; unit++) offsets.push(position);
    folded += plain;
    position += character.length;
  }
  offsets.push(original.length);
  const simplified = toSimplified(folded);
  // Words of other lengths in the two scripts would shift what follows: then the characters stay as they are.
  return { text: simplified.length === folded.length ? simplified : folded, offsets };
}
