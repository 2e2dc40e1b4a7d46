/** A piece of the folded query that a component has understood; the pieces between are left for the next component. */
export interface Span<T> {
  start: number;
  end: number;
  value: T;
}

/** A query on its way through the components: what is claimed, and what is still plain text. */
export class Reading {
  private readonly claimed: boolean[];

  constructor(readonly text: string) {
    this.claimed = new Array<boolean>(text.length).fill(false);
  }

  /** Takes a piece out of what later components see; false when part of it is taken already. */
  claim(start: number, end: number): boolean {
    if (this.claimed.slice(start, end).some(Boolean)) return false;
    this.claimed.fill(true, start, end);
    return true;
  }

  isFree(start: number, end: number): boolean {
    return !this.claimed.slice(start, end).some(Boolean);
  }

  /** The pieces that nobody has taken, with their places. */
  free(): { text: string; start: number }[] {
    const pieces: { text: string; start: number }[] = [];
    let start = -1;
    for (let index = 0; index <= this.text.length; index++) {
      const open = index < this.text.length && !this.claimed[index];
      if (open && start < 0) start = index;
      if (!open && start >= 0) {
        pieces.push({ text: this.text.slice(start, index), start });
        start = -1;
      }
    }
    return pieces;
  }
}

/** Finds the longest listed phrase at each place, left to right. */
export class PhraseFinder<T> {
  private readonly longest: number;

  constructor(private readonly phrases: ReadonlyMap<string, T>) {
    this.longest = Math.max(0, ...[...phrases.keys()].map(({ length }) => length));
  }

  find(reading: Reading): Span<T>[] {
    const spans: Span<T>[] = [];
    const { text } = reading;
    for (let start = 0; start < text.length;) {
      const end = this.endAt(text, start);
      const value = end === undefined ? undefined : this.phrases.get(text.slice(start, end));
      if (end === undefined || value === undefined || !reading.isFree(start, end)) {
        start += 1;
        continue;
      }
      spans.push({ start, end, value });
      start = end;
    }
    return spans;
  }

  private endAt(text: string, start: number): number | undefined {
    for (let length = Math.min(this.longest, text.length - start); length > 0; length--) {
      if (this.phrases.has(text.slice(start, start + length))) return start + length;
    }
    return undefined;
  }
}
