import { closeSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const rotateAt = 4 * 1024 * 1024;
const tailSize = 4096;

/** The log file of the server, DATA_DIR/postgres.log; a start that finds it large keeps it as postgres.log.1 and begins a new one. */
export class ServerLog {
  readonly file: string;
  private start = 0;

  constructor(dataDir: string) {
    this.file = path.join(dataDir, 'postgres.log');
  }

  /** Opens the log for one server process. */
  open(): number {
    const size = this.size();
    if (size > rotateAt) renameSync(this.file, `${this.file}.1`);
    this.start = size > rotateAt ? 0 : size;
    return openSync(this.file, 'a', 0o600);
  }

  /** The end of what was written since `open`. */
  sinceOpen(): string {
    const descriptor = openSync(this.file, 'r');
    try {
      const from = Math.max(this.start, this.size() - tailSize);
      const buffer = Buffer.alloc(tailSize);
      return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, tailSize, from));
    } finally {
      closeSync(descriptor);
    }
  }

  private size(): number {
    return statSync(this.file, { throwIfNoEntry: false })?.size ?? 0;
  }
}
