import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { AttachmentService, type ResourceFields, type SubmissionRow } from '../../catalog/index.js';
import { AppError } from '../../kernel/app-error.js';
import { FileStore, sendFile, servedType } from '../../platform/file/index.js';
import { filesOf } from './form-field.js';
import type { SubmissionFile } from './page/submission-files.js';

/** The files of a submission, for whoever may see the submission. */
@Injectable()
export class SubmissionFileService {
  constructor(
    private readonly attachments: AttachmentService,
    private readonly store: FileStore,
  ) {}

  async list(row: SubmissionRow): Promise<SubmissionFile[]> {
    const files = filesIn(row);
    const known = await this.attachments.describe(files.flatMap(({ sha256 }) => sha256 ?? []));
    return files.map(({ title, url, sha256, format, byteSize }, index) => {
      const stored = known.get(sha256 ?? '');
      const unscanned = stored?.scan === 'unscanned' ? '没有病毒扫描程序，未经扫描。' : null;
      return {
        title,
        href: sha256 ? `/workbench/submissions/${row.id}/files/${index}` : /^https?:/i.test(url ?? '') ? url! : '#',
        format: format ?? null,
        byteSize: byteSize ?? null,
        notes: [unscanned, stored?.textNote].filter((note): note is string => Boolean(note)),
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
