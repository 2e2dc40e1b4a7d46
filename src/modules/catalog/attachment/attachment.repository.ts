import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { Transaction } from '../../platform/database/index.js';
import { FileUploadRow } from './file-upload.entity.js';
import type { Finding } from '../gate/finding.js';
import { RecordRow } from '../record/record.entity.js';
import { StoredFileRow } from './stored-file.entity.js';

/** A file with the name one department gave it. */
export interface BroughtFile {
  file: StoredFileRow;
  upload: FileUploadRow;
}

/** What is known of files and of who brought them. */
@Injectable()
export class AttachmentRepository {
  constructor(private readonly source: DataSource) {}

  /** Whoever keeps or takes back this content waits here for its turn. */
  async lock(transaction: Transaction, sha256: string): Promise<void> {
    await transaction.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`file ${sha256}`]);
  }

  /** Enters a file, or what another reading of the same bytes added: nothing that was found in it is ever forgotten. */
  async enter(transaction: Transaction, read: StoredFileRow): Promise<void> {
    const known = await transaction.findOneBy(StoredFileRow, { sha256: read.sha256 });
    const file = known
      ? { ...read, ...(known.text.length > read.text.length ? textOf(known) : {}), findings: united(known.findings, read.findings) }
      : read;
    await transaction
      .createQueryBuilder()
      .insert()
      .into(StoredFileRow)
      .values({ ...file, findings: () => ':findings::jsonb' })
      .setParameter('findings', JSON.stringify(file.findings))
      .orUpdate(['text', 'text_state', 'text_note', 'findings'], ['sha256'])
      .execute();
    // A file that was clean once is not unscanned again because the scanner is away.
    if (file.scan === 'clean') await transaction.update(StoredFileRow, file.sha256, { scan: file.scan, scannedAt: file.scannedAt });
  }

  /** Enters a file and who brought it; whoever brought it before stays among those who did. */
  async save(transaction: Transaction, read: StoredFileRow, upload: FileUploadRow): Promise<void> {
    await this.enter(transaction, read);
    const { sha256, department } = upload;
    const before = await transaction.findOneBy(FileUploadRow, { sha256, department });
    const uploaders = [...new Set([...(before?.uploaders ?? []), ...upload.uploaders])];
    await transaction.upsert(FileUploadRow, { ...upload, uploaders }, ['sha256', 'department']);
  }

  async isKnown(transaction: Transaction, sha256: string): Promise<boolean> {
    return transaction.existsBy(StoredFileRow, { sha256 });
  }

  findFiles(sha256s: readonly string[]): Promise<StoredFileRow[]> {
    return this.source.manager.findBy(StoredFileRow, { sha256: In([...sha256s]) });
  }

  /** The published record, read on the connection of the transaction. */
  recordOf(transaction: Transaction, identifier: string): Promise<RecordRow | null> {
    return transaction.findOneBy(RecordRow, { identifier });
  }

  /** Everybody of a department who ever brought one of these files. */
  async uploaders(transaction: Transaction, sha256s: readonly string[], department: string): Promise<string[]> {
    const rows = await transaction.findBy(FileUploadRow, { sha256: In([...sha256s]), department });
    return rows.flatMap(({ uploaders }) => uploaders);
  }

  /** Of these files, those that one of the departments brought, earliest first; without departments, all. */
  async findBrought(sha256s: readonly string[], departments?: readonly string[]): Promise<BroughtFile[]> {
    const uploads = await this.source.manager.find(FileUploadRow, {
      where: { sha256: In([...sha256s]), ...(departments ? { department: In([...departments]) } : {}) },
      order: { uploadedAt: 'ASC', department: 'ASC' },
    });
    const files = new Map((await this.findFiles(uploads.map(({ sha256 }) => sha256))).map((file) => [file.sha256, file]));
    return uploads.flatMap((upload) => {
      const file = files.get(upload.sha256);
      return file ? [{ file, upload }] : [];
    });
  }
}

const textOf = ({ text, textState, textNote }: StoredFileRow) => ({ text, textState, textNote });

function united(known: readonly Finding[], added: readonly Finding[]): Finding[] {
  const keyOf = ({ rule, severity, field, start }: Finding) => `${rule} ${severity} ${field} ${start}`;
  return [...new Map([...known, ...added].map((finding) => [keyOf(finding), finding])).values()];
}
