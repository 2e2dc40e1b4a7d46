import type { Readable } from 'node:stream';

/** A file that is kept: its address is its content. */
export interface StoredFile {
  /** SHA-256, lower-case hex. */
  sha256: string;
  byteSize: number;
}

/** Places of the first and last byte, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Files by their SHA-256, in a local folder or in S3; the same content is kept once and never changes. */
export abstract class FileStore {
  /** Keeps the content of a stream; it appears under its address only when it is there whole. */
  abstract put(content: Readable): Promise<StoredFile>;

  /** Keeps a copy of a file of this machine. */
  abstract putFile(file: string): Promise<StoredFile>;

  /** Size in bytes, or undefined when there is no such file. */
  abstract size(sha256: string): Promise<number | undefined>;

  /** The content, or a part of it. @throws FileMissing */
  abstract read(sha256: string, range?: ByteRange): Promise<Readable>;

  /** Lends a path for reading only, good until `work` ends. @throws FileMissing */
  abstract withLocalCopy<T>(sha256: string, work: (file: string) => Promise<T>): Promise<T>;

  /** Takes back what was kept; nothing happens when it is not there. */
  abstract remove(sha256: string): Promise<void>;
}

/** There is no file of this hash. */
export class FileMissing extends Error {
  override readonly name = 'FileMissing';

  constructor(readonly sha256: string) {
    super(`no file ${sha256}`);
  }
}

/** @throws TypeError, so that nothing but a hash ever becomes a part of a path or key */
export function demandHash(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('not a SHA-256');
  return sha256;
}
