import path from 'node:path';
import { Injectable } from '@nestjs/common';
import type { FieldError } from '../../kernel/app-error.js';
import { FileStore } from '../../platform/file/index.js';
import type { Draft, WriteContext } from '../write/draft.js';
import { RecordWriter } from '../write/record-writer.js';
import { attachFiles } from './attach-files.js';
import { ImportTally } from './import-tally.js';
import { parseLine } from './parse-line.js';
import { type InputLine, readLines } from './read-lines.js';
import { RejectedLines } from './rejected-lines.js';

const BATCH_RECORDS = 200;
const BATCH_CHARACTERS = 4_000_000;

interface Pending {
  draft: Draft;
  line: InputLine;
}

export interface ImportOptions {
  context: WriteContext;
  /** Where refused lines go; without it they are only counted. */
  rejectedFile?: string;
  progress?: (bytes: number, tally: ImportTally) => void;
  /** Ends the run after the batch under way. */
  signal?: AbortSignal;
}

/** Loads records from JSON Lines, batch by batch; a run that is cut off can simply be started again. */
@Injectable()
export class RecordImporter {
  constructor(
    private readonly writer: RecordWriter,
    private readonly files: FileStore,
  ) {}

  async import(file: string, options: ImportOptions): Promise<ImportTally> {
    const rejected = options.rejectedFile ? new RejectedLines(options.rejectedFile) : undefined;
    const run = new ImportRun(file === '-' ? undefined : path.dirname(path.resolve(file)), this.writer, this.files, options, rejected);
    try {
      for await (const line of readLines(file)) {
        await run.take(line);
        if (options.signal?.aborted) break;
      }
      await run.flush();
    } finally {
      rejected?.close();
    }
    return run.tally;
  }
}

/** One input on its way into the catalog. */
class ImportRun {
  readonly tally = new ImportTally();
  private batch: Pending[] = [];
  private characters = 0;
  /** Line of each identifier of this input: two lines cannot mean the same record. */
  private readonly lines = new Map<string, number>();

  constructor(
    private readonly folder: string | undefined,
    private readonly writer: RecordWriter,
    private readonly files: FileStore,
    private readonly options: ImportOptions,
    private readonly rejected: RejectedLines | undefined,
  ) {}

  async take(line: InputLine): Promise<void> {
    if (line.flaw) return this.refuse(line, undefined, [{ field: '', message: line.flaw }]);
    if (line.text.trim() === '') return;
    const { draft, errors, ...rest } = parseLine(line.text);
    if (!draft) return this.refuse(line, 'identifier' in rest ? rest.identifier : undefined, errors ?? []);
    const { identifier } = draft.input;
    const first = this.lines.get(identifier);
    if (first !== undefined)
      return this.refuse(line, identifier, [{ field: 'identifier', message: `与第 ${first} 行重复，一个文件中标识符只能出现一次` }]);
    this.lines.set(identifier, line.number);
    const flaws = await attachFiles(draft, this.folder, this.files);
    if (flaws.length > 0) return this.refuse(line, identifier, flaws);
    this.batch.push({ draft, line });
    this.characters += line.text.length;
    if (this.batch.length >= BATCH_RECORDS || this.characters >= BATCH_CHARACTERS) await this.flush();
  }

  async flush(): Promise<void> {
    const batch = this.batch;
    this.batch = [];
    this.characters = 0;
    if (batch.length === 0) return;
    const outcomes = await this.writer.upsert(
      batch.map(({ draft }) => draft),
      this.options.context,
    );
    for (const [index, outcome] of outcomes.entries()) {
      const { line } = batch[index]!;
      if (outcome.result === 'rejected') this.refuse(line, outcome.identifier, outcome.errors);
      else {
        this.tally[outcome.result] += 1;
        this.tally.note(outcome.warnings);
      }
    }
    this.options.progress?.(batch.at(-1)!.line.bytes, this.tally);
  }

  private refuse(line: InputLine, identifier: string | undefined, errors: readonly FieldError[]): void {
    this.tally.rejected += 1;
    this.rejected?.add(line.number, identifier, errors, line.text);
  }
}
