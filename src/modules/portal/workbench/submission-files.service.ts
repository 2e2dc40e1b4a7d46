import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { AttachmentService, draftOf, type ResourceFields, type StoredFileRow, type SubmissionRow } from '../../catalog/index.js';
import { AppError } from '../../kernel/app-error.js';
import { FileStore, sendFile, servedType } from '../../platform/file/index.js';
import { fileField, filesOf } from './form-field.js';
import type { SubmissionFile } from './page/submission-files.js';

/** What the gate says of a file: what was not looked through, and what was found. */
export interface FileCheck {
  /** Whether all of its text was looked through. */
  read: boolean;
  notes: string[];
  findings: SubmissionRow['findings'];
}

/** What was not checked in a file, as sentences. */
function notesOf(stored: StoredFileRow | undefined): string[] {
  const unscanned = stored?.scan === 'unscanned' ? '没有病毒扫描程序，未经扫描。' : null;
  return [unscanned, stored?.textNote].filter((note): note is string => Boolean(note));
}

/** The files of a submission, for whoever may see the submission. */
@Injectable()
export class SubmissionFileService {
  constructor(
    private readonly attachments: AttachmentService,
    private readonly store: FileStore,
  ) {}

  /** What the gate says of the files of a draft, in their order. */
  async checks(row: SubmissionRow, files: readonly ResourceFields[]): Promise<FileCheck[]> {
    const field = fileField(row.kind);
    const draft = draftOf({ ...row, content: { ...row.content, [field]: files } });
    const { known, findings } = await this.attachments.examine(draft);
    return files.map(({ sha256 }, index) => ({
      read: known.get(sha256 ?? '')?.textState === 'whole',
      notes: notesOf(known.get(sha256 ?? '')),
      findings: findings.filter((finding) => finding.rule !== 'unreadText' && finding.field.startsWith(`${field}[${index}]`)),
    }));
  }

  async list(row: SubmissionRow): Promise<SubmissionFile[]> {
    const files = filesIn(row);
    const known = await this.attachments.describe(files.flatMap(({ sha256 }) => sha256 ?? []));
    return files.map(({ title, url, sha256, format, byteSize }, index) => {
      return {
        title,
        href: sha256 ? `/workbench/submissions/${row.id}/files/${index}` : /^https?:/i.test(url ?? '') ? url! : '#',
        format: format ?? null,
        byteSize: byteSize ?? null,
        notes: notesOf(known.get(sha256 ?? '')),
      };
    });
  }

  /** Sends one to be saved. @throws AppError NOT_FOUND */
  async send(row: SubmissionRow, index: string, response: Response): Promise<void> {
    const file = /^\d{1,4}$/.test(index) ? filesIn(row)[Number(index)] : undefined;
    const byteSize = file?.sha256 ? await this.store.size(file.sha256) : undefined;
    if (!file?.sha256 || byteSize === undefined)
      throw new AppError('NOT_FOUND', '稿件里没有这个附件，可能已被移除；请刷新稿件页面。', {
        english: 'The submission has no such file.',
      });
    const name = file.path?.split(/[\\/]/).at(-1) ?? file.title;
    await sendFile(response, this.store, {
      sha256: file.sha256,
      byteSize,
      name,
      mediaType: servedType(file.format ?? ''),
      cache: 'private',
    });
  }
}

const filesIn = ({ kind, content }: SubmissionRow): ResourceFields[] => filesOf(kind, content as Record<string, unknown>);
