import { MOST_CELLS, type Run, sequenceDifference } from './sequence-difference.js';

/** A piece of a paragraph. */
export interface Piece {
  kind: Run<string>['kind'];
  text: string;
}

/** A paragraph that changed, came or went, or how many stayed as they were. */
export type Paragraph = { pieces: Piece[] } | { left: number };

/** What differs between two texts. */
export interface TextDifference {
  paragraphs: Paragraph[];
  /** Signs that are not shown any more, of a difference that is too long. */
  cut: number;
}

/** Unchanged paragraphs around a change that are shown with it. */
const AROUND = 1;
/** Signs of a difference that are shown. */
const MOST_SHOWN = 120_000;
/** Of two paragraphs that have less in common, one went and another came. */
const ALIKE = 0.4;
/** Signs of a paragraph that is taken apart into words. */
const LONGEST_BY_WORDS = 20_000;
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Paragraph by paragraph, and within alike ones word by word as long as that is cheap. Pure. */
export function textDifference(before: string, after: string, mostShown = MOST_SHOWN, mostCells = MOST_CELLS): TextDifference {
  const cells = { left: mostCells };
  const runs = sequenceDifference(linesOf(before), linesOf(after), mostCells);
  const paragraphs: Paragraph[] = [];
  runs.forEach((run, index) => {
    if (run.kind === 'same') paragraphs.push(...unchanged(run.members, index > 0, index < runs.length - 1));
    else if (run.kind === 'added' && runs[index - 1]?.kind === 'removed') return;
    else if (run.kind === 'removed' && runs[index + 1]?.kind === 'added')
      replaced(run.members, runs[index + 1]!.members, cells, paragraphs);
    else for (const text of run.members) paragraphs.push({ pieces: [{ kind: run.kind, text }] });
  });
  return bounded(paragraphs, mostShown);
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function unchanged(members: readonly string[], after: boolean, before: boolean): Paragraph[] {
  const whole = (texts: readonly string[]): Paragraph[] => texts.map((text) => ({ pieces: [{ kind: 'same', text }] }));
  const head = after ? members.slice(0, AROUND) : [];
  const tail = before ? members.slice(Math.max(head.length, members.length - AROUND)) : [];
  const left = members.length - head.length - tail.length;
  return [...whole(head), ...(left > 0 ? [{ left }] : []), ...whole(tail)];
}

/** Pairs them in their order; what is not alike, or cannot be compared cheaply, is shown one below the other. */
function replaced(before: readonly string[], after: readonly string[], cells: { left: number }, paragraphs: Paragraph[]): void {
  for (let index = 0; index < Math.max(before.length, after.length); index++) {
    const [old, now] = [before[index], after[index]];
    const pieces = old !== undefined && now !== undefined ? wordPieces(old, now, cells) : undefined;
    if (pieces) paragraphs.push({ pieces });
    else {
      if (old !== undefined) paragraphs.push({ pieces: [{ kind: 'removed', text: old }] });
      if (now !== undefined) paragraphs.push({ pieces: [{ kind: 'added', text: now }] });
    }
  }
}

/** Two wordings of one paragraph, word by word. */
function wordPieces(before: string, after: string, cells: { left: number }): Piece[] | undefined {
  if (cells.left <= 0 || Math.max(before.length, after.length) > LONGEST_BY_WORDS) return undefined;
  const [old, now] = [wordsOf(before), wordsOf(after)];
  cells.left -= old.length * now.length;
  if (cells.left < 0) return undefined;
  const pieces = sequenceDifference(old, now).map(({ kind, members }) => ({ kind, text: members.join('') }));
  const common = pieces.filter(({ kind }) => kind === 'same').reduce((sum, { text }) => sum + text.length, 0);
  return common >= ALIKE * Math.min(before.length, after.length) ? pieces : undefined;
}

const wordsOf = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment);

function bounded(paragraphs: readonly Paragraph[], most: number): TextDifference {
  const shown: Paragraph[] = [];
  let length = 0;
  let cut = 0;
  for (const paragraph of paragraphs) {
    const own = 'pieces' in paragraph ? paragraph.pieces.reduce((sum, { text }) => sum + text.length, 0) : 0;
    // What does not fit ends the list, but for its own beginning when it is the first.
    if (cut > 0 || (length + own > most && shown.length > 0)) cut += own;
    else {
      shown.push(own > most ? beginning(paragraph as { pieces: Piece[] }, most) : paragraph);
      cut += Math.max(0, own - most);
      length += own;
    }
  }
  return { paragraphs: shown, cut };
}

function beginning({ pieces }: { pieces: Piece[] }, most: number): Paragraph {
  let left = most;
  return {
    pieces: pieces.flatMap(({ kind, text }) => {
      const part = [...text.slice(0, left)].join('').toWellFormed();
      left -= part.length;
      return part === '' ? [] : [{ kind, text: part }];
    }),
  };
}
