import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AppError } from '../../kernel/app-error.js';
import { FileStore } from '../../platform/file/index.js';
import { VocabularyService } from '../../vocabulary/index.js';
import { RecordRepository } from '../read/record.repository.js';
import type { RecordKind, RecordRow } from '../record/record.entity.js';
import { RelationRepository } from '../relation/relation.repository.js';
import { type ExportedFile, exportLine, filesOfRow } from './export-line.js';

const PAGE = 200;

/** Writes the published records as JSON Lines, in order of identifier: the inverse of the import, byte for byte. */
@Injectable()
export class RecordExporter {
  constructor(
    private readonly source: DataSource,
    private readonly records: RecordRepository,
    private readonly relations: RelationRepository,
    private readonly vocabulary: VocabularyService,
    private readonly files: FileStore,
  ) {}

  /** Writes to a stream and leaves it open; files are named but not written. Returns the number of lines. */
  async export(output: Writable, kind?: RecordKind): Promise<number> {
    const count = { lines: 0 };
    await pipeline(Readable.from(this.lines(count, kind)), output, { end: false });
    return count.lines;
  }

  /** Writes a file, which appears under its name only when it is whole, and the files of the records beside it. @throws AppError */
  async exportFile(file: string, kind?: RecordKind): Promise<number> {
    const partial = `${file}.partial`;
    const count = { lines: 0 };
    try {
      await pipeline(Readable.from(this.lines(count, kind, path.dirname(path.resolve(file)))), createWriteStream(partial));
      await rename(partial, file);
      return count.lines;
    } catch (error) {
      await rm(partial, { force: true });
      throw unwritable(file, error);
    }
  }

  private async *lines(count: { lines: number }, kind: RecordKind | undefined, folder?: string): AsyncGenerator<string> {
    for (let after = ''; ;) {
      const rows = await this.records.pageByIdentifier(after, PAGE);
      const last = rows.at(-1);
      if (!last) return;
      after = last.identifier;
      yield* this.page(kind ? rows.filter((row) => row.kind === kind) : rows, count, folder);
    }
  }

  private async *page(rows: readonly RecordRow[], count: { lines: number }, folder: string | undefined): AsyncGenerator<string> {
    const ids = rows.map(({ id }) => id);
    const relations = await this.relations.outgoing(this.source.manager, ids);
    const kept = await this.keptOf(rows);
    for (const row of rows) {
      const { text, files } = exportLine(row, relations.get(row.id) ?? [], this.vocabulary, kept);
      if (folder !== undefined) for (const file of files) await this.lay(file, folder);
      count.lines += 1;
      yield `${text}\n`;
    }
  }

  /** Hashes of the files of the records that are really there. */
  private async keptOf(rows: readonly RecordRow[]): Promise<Set<string>> {
    const hashes = new Set(rows.flatMap(filesOfRow).flatMap(({ path: given, sha256 }) => (given && sha256 ? [sha256] : [])));
    const kept = new Set<string>();
    for (const sha256 of hashes) if ((await this.files.size(sha256)) !== undefined) kept.add(sha256);
    return kept;
  }

  private async lay(file: ExportedFile, folder: string): Promise<void> {
    const target = path.join(folder, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await pipeline(await this.files.read(file.sha256), createWriteStream(target));
  }
}

function unwritable(file: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (!/^E[A-Z]+$/.test(code)) return error;
  return new AppError('UNAVAILABLE', `不能写入“${file}”或其旁的 files 文件夹（${code}），请检查路径、权限和剩余空间。`, {
    english: `${file} cannot be written (${code}).`,
  });
}
