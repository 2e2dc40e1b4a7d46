/** Fields of the word stream, in stored order. */
export const STREAM_FIELDS = ['title', 'keywords', 'items', 'organizations', 'abstract', 'body'] as const;
export type StreamField = (typeof STREAM_FIELDS)[number];

/** Between two fields; no token hashes to it. */
export const FIELD_BREAK = 0;

/** Words beyond this many add nothing that ranking could use and would make the longest bodies slow to read. */
const MOST_WORDS = 40_000;

/** FNV-1a over UTF-16 code units: short, stable, and spread well enough that ranking never meets a collision. */
export function hashToken(token: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < token.length; i++) hash = Math.imul(hash ^ token.charCodeAt(i), 0x01000193);
  hash >>>= 0;
  return hash === FIELD_BREAK ? 1 : hash;
}

/** The words of all fields as 32-bit little-endian hashes with a zero between fields. */
export function encodeWords(fields: Record<StreamField, string[]>): Buffer {
  const hashes: number[] = [];
  STREAM_FIELDS.forEach((field, index) => {
    if (index > 0) hashes.push(FIELD_BREAK);
    for (const token of fields[field]) if (hashes.length < MOST_WORDS) hashes.push(hashToken(token));
  });
  return hashesToBytes(hashes);
}

/** A run of words as it stands in the stream, for finding phrases. */
export function encodePhrase(tokens: string[]): Buffer {
  return hashesToBytes(tokens.map(hashToken));
}

/** Reads the stream back; copies only when the bytes are not aligned. */
export function decodeWords(bytes: Buffer): Uint32Array {
  const count = bytes.length >>> 2;
  if (bytes.byteOffset % 4 === 0) return new Uint32Array(bytes.buffer, bytes.byteOffset, count);
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + count * 4));
}

function hashesToBytes(hashes: number[]): Buffer {
  const bytes = Buffer.allocUnsafe(hashes.length * 4);
  hashes.forEach((hash, index) => bytes.writeUInt32LE(hash, index * 4));
  return bytes;
}
