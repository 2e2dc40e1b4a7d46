import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FileStore } from '../../platform/file/index.js';
import { VocabularyService } from '../../vocabulary/index.js';
import { RecordRepository } from '../read/record.repository.js';
import type { RecordKind } from '../record/record.entity.js';
import { RelationRepository } from '../relation/relation.repository.js';
import { exportLine } from './export-line.js';

const PAGE = 200;

export interface ExportOptions {
  kind?: RecordKind;
  /** Folder beside which stored files are laid; without it only their paths are written. */
  filesFolder?: string;
}

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

  /** Returns the number of lines. */
  async export(output: Writable, { kind, filesFolder }: ExportOptions = {}): Promise<number> {
    let lines = 0;
    for (let after = ''; ;) {
      const rows = await this.records.pageByIdentifier(after, PAGE);
      const last = rows.at(-1);
      if (!last) return lines;
      after = last.identifier;
      const relations = await this.relations.outgoing(
        this.source.manager,
        rows.map(({ id }) => id),
      );
      for (const row of rows) {
        if (kind && row.kind !== kind) continue;
        const { text, files } = exportLine(row, relations.get(row.id) ?? [], this.vocabulary);
        if (filesFolder) for (const file of files) await this.lay(file, filesFolder);
        if (!output.write(`${text}\n`)) await new Promise<void>((resolve) => output.once('drain', resolve));
        lines += 1;
      }
    }
  }

  private async lay(file: { sha256: string; path: string }, folder: string): Promise<void> {
    const target = path.join(folder, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(this.files.pathOf(file.sha256), target);
  }
}
