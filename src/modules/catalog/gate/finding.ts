/** How much a finding weighs: `forbidden` cannot be overridden, `block` needs a reviewer's reason, `warn` only tells. */
export type Severity = 'forbidden' | 'block' | 'warn';

/** A text of a draft, and where it stands. */
export interface ContentPart {
  /** Path of the field, such as `attachments[0].title`. */
  field: string;
  text: string;
  /** A number or code of the system: only what is never part of one is looked for. */
  code?: boolean;
}

/** One thing the gate found, masked: what it found is never shown or stored in the clear. */
export interface Finding {
  rule: string;
  severity: Severity;
  field: string;
  /** Offsets in the text of the field. */
  start: number;
  end: number;
  masked: string;
  /** What it is and what to do. */
  message: string;
  /** Law or standard. */
  basis: string;
}

/** A place in a text that a rule recognises. */
export interface Match {
  start: number;
  end: number;
  /** Overrides the severity of the rule, where the place decides. */
  severity?: Severity;
}

/** What finds one kind of thing in a text. */
export interface Rule {
  name: string;
  severity: Severity;
  message: string;
  basis: string;
  /** Whether it is looked for in numbers and codes too. */
  inCodes?: boolean;
  /** @param text as people read it (`readingOf`); places are places of it */
  find: (text: string, part: Omit<ContentPart, 'text'>) => Iterable<Match>;
  /** Looks once more, at what was found as it was written. */
  confirm?: (matched: string) => boolean;
  /** @param matched as it was written */
  mask: (matched: string) => string;
}

/** Stars between the first `head` and the last `tail` characters. */
export function masked(text: string, head: number, tail: number): string {
  const signs = [...text];
  if (signs.length <= head + tail) return '*'.repeat(signs.length);
  return signs.slice(0, head).join('') + '*'.repeat(signs.length - head - tail) + (tail > 0 ? signs.slice(-tail).join('') : '');
}
