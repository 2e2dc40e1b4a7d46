import { type PlannedGroup } from '../match-plan.js';
import { FIELD_BREAK, hashToken, STREAM_FIELDS } from './word-stream.js';

/** Where the words of a query stand in one record. */
export interface Occurrences {
  /** Number of words of each field. */
  lengths: number[];
  /** Occurrences of each term (as numbered by the reader) in each field. */
  counts: Int32Array;
  /** Words of the title that the query names, counted once a place. */
  titleHits: number;
  /** Hits in stored order: position in the stream, term number. */
  positions: number[];
  terms: number[];
}

const FIELDS = STREAM_FIELDS.length;
/** What stands close together in an attachment is not what the record is about. */
const ATTACHMENTS = STREAM_FIELDS.indexOf('attachments');
const FILTER_MASK = 0xffff;

/** Reads word streams for the terms of one query. */
export class StreamReader {
  readonly numbers = new Map<string, number>();
  private readonly byHash = new Map<number, number>();
  /** One byte for each low half of a hash: nearly every word of a record is told apart without a map look-up. */
  private readonly filter = new Uint8Array(FILTER_MASK + 1);

  constructor(groups: PlannedGroup[]) {
    for (const group of groups) for (const { tokens } of group.alternatives) for (const token of tokens) this.add(token);
  }

  read(words: Uint32Array): Occurrences {
    const found: Occurrences = {
      lengths: new Array<number>(FIELDS).fill(0),
      counts: new Int32Array(this.numbers.size * FIELDS),
      titleHits: 0,
      positions: [],
      terms: [],
    };
    let field = 0;
    for (let i = 0; i < words.length; i++) {
      const hash = words[i]!;
      if (hash === FIELD_BREAK) {
        field++;
        continue;
      }
      found.lengths[field]!++;
      if (this.filter[hash & FILTER_MASK] === 0) continue;
      const term = this.byHash.get(hash);
      if (term === undefined) continue;
      found.counts[term * FIELDS + field]!++;
      if (field === 0) found.titleHits++;
      if (field === ATTACHMENTS) continue;
      // A gap between fields keeps a window from reaching over the border.
      found.positions.push(i + field * 1000);
      found.terms.push(term);
    }
    return found;
  }

  private add(token: string): void {
    if (this.numbers.has(token)) return;
    const hash = hashToken(token);
    this.filter[hash & FILTER_MASK] = 1;
    this.byHash.set(hash, this.numbers.size);
    this.numbers.set(token, this.numbers.size);
  }
}
