import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { AppError } from '../../kernel/app-error.js';
import { etagOf, revisionOfIfMatch } from '../../platform/http/index.js';
import type { AnyRecord } from '../record/record.model.js';
import { recordUrl } from '../read/present-record.js';
import { RecordReader } from '../read/record-reader.js';
import type { Draft, WriteContext } from '../write/draft.js';
import { RecordWriter } from '../write/record-writer.js';
import type { WriteOutcome } from '../write/write-outcome.js';
import type { Revisions, WriteResult } from './record-answers.js';

/** What the REST controllers of both kinds have in common: entity tags, preconditions, answers. */
@Injectable()
export class RecordApiService {
  constructor(
    private readonly reader: RecordReader,
    private readonly writer: RecordWriter,
  ) {}

  /** One record with its ETag; the caller answers 304 when the tag matches. */
  async read<T extends AnyRecord>(identifier: string, kind: T['kind'] | undefined, response: Response): Promise<T> {
    const record = await this.reader.get(identifier, kind);
    response.setHeader('ETag', etagOf(record.revision));
    response.setHeader('Cache-Control', 'public, no-cache');
    if (response.req.fresh) response.status(304);
    return record as T;
  }

  async create(draft: Draft, context: WriteContext, response: Response): Promise<WriteResult> {
    const outcome = await this.writer.create(draft, context);
    const answer = resultOf(draft.kind, outcome);
    response.setHeader('Location', `/api/v1/${draft.kind}s/${encodeURIComponent(answer.identifier)}`);
    response.setHeader('ETag', etagOf(answer.revision));
    return answer;
  }

  async replace(draft: Draft, identifier: string, ifMatch: string | undefined, context: WriteContext, response: Response): Promise<WriteResult> {
    if (draft.input.identifier !== identifier) {
      throw new AppError('VALIDATION_FAILED', `标识符不能改变：地址中是“${identifier}”，内容中是“${draft.input.identifier}”。`, {
        english: 'The identifier of the body differs from that of the address.',
        fields: [{ field: 'identifier', message: '应与地址中的一致' }],
      });
    }
    const outcome = await this.writer.replace(draft, revisionOfIfMatch(ifMatch), context);
    const answer = resultOf(draft.kind, outcome);
    response.setHeader('ETag', etagOf(answer.revision));
    return answer;
  }

  withdraw(kind: Draft['kind'], identifier: string, ifMatch: string | undefined, reason: string, context: WriteContext): Promise<void> {
    return this.writer.withdraw(kind, identifier, revisionOfIfMatch(ifMatch), reason, context);
  }

  async revisions(identifier: string): Promise<Revisions> {
    const rows = await this.reader.revisions(identifier);
    return { revisions: rows.map(({ revision, action, contentHash, reason, createdAt }) => ({ revision, action, contentHash, reason, createdAt: createdAt.toISOString() })) };
  }
}

/** The outcome of a single write as callers see it. */
export function resultOf(kind: Draft['kind'], outcome: WriteOutcome): WriteResult {
  if (outcome.result === 'rejected') throw new AppError(outcome.code, outcome.errors.map(({ message }) => message).join('；'), { fields: outcome.errors });
  const { result, identifier, revision, warnings } = outcome;
  return { result, identifier, revision, url: recordUrl(kind, identifier), remarks: warnings };
}
