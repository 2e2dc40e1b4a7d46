/** Fields of the word stream, in stored order. */
export const STREAM_FIELDS = ['title', 'keywords', 'items', 'organizations', 'abstract', 'body', 'attachments'] as const;
export type StreamField = (typeof STREAM_FIELDS)[number];

/**
 * The words of a record are stored as text of four letters a word: the client library reads every column as text,
 * and four letters of one byte are read back as one 32-bit number without decoding.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const LETTERS = 4;
const BREAK_LETTERS = '....';

/** Words beyond this many add nothing that ranking could use and would make the longest bodies slow to read. */
const MOST_WORDS = 40_000;

/** Four letters for a word: FNV-1a over UTF-16 code units, folded to 24 bits, so that ranking hardly ever meets a collision. */
export function letters(token: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < token.length; i++) hash = Math.imul(hash ^ token.charCodeAt(i), 0x01000193);
  hash = (hash >>> 24) ^ (hash & 0xffffff);
  return ALPHABET[hash & 63]! + ALPHABET[(hash >>> 6) & 63]! + ALPHABET[(hash >>> 12) & 63]! + ALPHABET[(hash >>> 18) & 63]!;
}

/** The number under which a word is read back. */
export function hashToken(token: string): number {
  return decodeWords(letters(token))[0]!;
}

/** Between two fields; no token hashes to it. */
export const FIELD_BREAK = decodeWords(BREAK_LETTERS)[0]!;

/** The words of all fields, with a break between fields. */
export function encodeWords(fields: Record<StreamField, string[]>): string {
  let left = MOST_WORDS;
  return STREAM_FIELDS.map((field) => {
    const kept = fields[field].slice(0, left);
    left -= kept.length;
    return encodePhrase(kept);
  }).join(BREAK_LETTERS);
}

/** A run of words as it stands in the stream, for finding phrases. */
export function encodePhrase(tokens: string[]): string {
  return tokens.map(letters).join('');
}

/** Reads the stream back as one number a word. */
export function decodeWords(stream: string): Uint32Array {
  const bytes = Buffer.from(stream, 'latin1');
  const count = Math.floor(bytes.length / LETTERS);
  if (bytes.byteOffset % LETTERS === 0) return new Uint32Array(bytes.buffer, bytes.byteOffset, count);
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + count * LETTERS));
}
