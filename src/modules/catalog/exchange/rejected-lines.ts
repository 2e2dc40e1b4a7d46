import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import type { FieldError } from '../../kernel/app-error.js';

/** The file beside the input that holds the lines that were refused, with their reasons; there is none when all went well. */
export class RejectedLines {
  private descriptor?: number;

  constructor(readonly file: string) {
    rmSync(file, { force: true });
  }

  add(line: number, identifier: string | undefined, errors: readonly FieldError[], text: string): void {
    this.descriptor ??= openSync(this.file, 'w');
    writeSync(this.descriptor, `${JSON.stringify({ line, identifier, errors, text })}\n`);
  }

  close(): void {
    if (this.descriptor !== undefined) closeSync(this.descriptor);
  }
}
