import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { AppError } from '../../kernel/app-error.js';
import { etagOf, isHeld } from '../../platform/http/index.js';
import type { RecordKind } from '../record/record.entity.js';
import type { AnyRecord } from '../record/record.model.js';
import { recordUrl } from '../read/present-record.js';
import { RecordReader } from '../read/record-reader.js';
import type { Draft, WriteContext } from '../write/draft.js';
import { RecordWriter } from '../write/record-writer.js';
import type { WriteOutcome } from '../write/write-outcome.js';
import { presentRevision } from './present-revision.js';
import type { Revisions, WriteResult } from './record-answers.js';

/** What controllers and resolvers of both kinds have in common. */
@Injectable()
export class RecordApiService {
  constructor(
    private readonly reader: RecordReader,
    private readonly writer: RecordWriter,
  ) {}

  /** One record with its ETag; the caller answers 304 when the tag matches. */
  async read<K extends RecordKind>(identifier: string, kind: K | undefined, response: Response): Promise<Extract<AnyRecord, { kind: K }>> {
    const record = await this.reader.get(identifier, kind);
    response.setHeader('ETag', etagOf(record.revision));
    response.setHeader('Cache-Control', 'public, no-cache');
    if (isHeld(response)) response.status(304);
    return record;
  }

  async create(draft: Draft, context: WriteContext): Promise<WriteResult> {
    return resultOf(draft.kind, await this.writer.create(draft, context));
  }

  async replace(draft: Draft, identifier: string, revision: number, context: WriteContext): Promise<WriteResult> {
    if (draft.input.identifier !== identifier) {
      throw new AppError('VALIDATION_FAILED', `标识符不能改变：要修改的是“${identifier}”，内容中是“${draft.input.identifier}”。`, {
        english: 'The identifier of the content differs from that of the record to change.',
        fields: [{ field: 'identifier', message: '应与要修改的记录一致' }],
      });
    }
    return resultOf(draft.kind, await this.writer.replace(draft, revision, context));
  }

  /** Withdraws a record of whatever kind. */
  async withdraw(identifier: string, revision: number, reason: string, context: WriteContext, kind?: RecordKind): Promise<void> {
    await this.writer.withdraw(kind ?? (await this.reader.get(identifier)).kind, identifier, revision, reason, context);
  }

  async revisions(identifier: string): Promise<Revisions> {
    const rows = await this.reader.revisions(identifier);
    return { revisions: rows.map(presentRevision) };
  }
}

/** The outcome of a single write as callers see it. */
export function resultOf(kind: Draft['kind'], outcome: WriteOutcome): WriteResult {
  if (outcome.result === 'rejected')
    throw new AppError(outcome.code, outcome.errors.map(({ message }) => message).join('；'), { fields: outcome.errors });
  const { result, identifier, revision, warnings } = outcome;
  return { result, identifier, revision, url: recordUrl(kind, identifier), remarks: warnings };
}
