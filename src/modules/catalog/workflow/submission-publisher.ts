import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AppError } from '../../kernel/app-error.js';
import { Clock } from '../../kernel/clock.js';
import { inTransaction, type Transaction } from '../../platform/database/index.js';
import { Log } from '../../platform/logging/index.js';
import type { Draft, WriteContext } from '../write/draft.js';
import { RecordWriter } from '../write/record-writer.js';
import { IndexNumberRepository } from './index-number.repository.js';
import { SubmissionLog } from './submission-log.js';
import type { SubmissionRow } from './submission.entity.js';
import { SubmissionRepository } from './submission.repository.js';

const LOOK_EVERY = 5_000;

/** Who publishes what was signed for an hour. */
const SCHEDULE: WriteContext = { actor: 'schedule', requestId: null };

/** Turns signed submissions into published records, in the transaction that marks them published: so it happens once, whatever dies when. */
@Injectable()
export class SubmissionPublisher {
  private timer?: NodeJS.Timeout;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly source: DataSource,
    private readonly submissions: SubmissionRepository,
    private readonly writer: RecordWriter,
    private readonly indexNumbers: IndexNumberRepository,
    private readonly steps: SubmissionLog,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Writes or withdraws the record; answers the revision it made. */
  async publish(transaction: Transaction, row: SubmissionRow, context: WriteContext): Promise<number> {
    const { kind, identifier, baseRevision } = row;
    if (row.action === 'withdraw')
      return this.writer.withdrawWithin(transaction, { kind, identifier, revision: baseRevision!, reason: row.reason! }, context);
    const input = { ...(row.content as Draft['input']) };
    input.publishedOn ??= this.clock.today();
    const draft = { kind, input } as Draft;
    if (draft.kind === 'document') draft.input.indexNumber ??= await this.indexNumber(transaction, row);
    const outcome = await this.writer.writeWithin(transaction, draft, baseRevision, context);
    if (outcome.result === 'rejected')
      throw new AppError(outcome.code, outcome.errors.map(({ message }) => message).join('；'), { fields: outcome.errors });
    return outcome.revision;
  }

  /** Publishes everything whose hour has come; answers how many. One that cannot be published goes back to the approver, and says why. */
  async publishDue(): Promise<number> {
    let published = 0;
    for (;;) {
      const done = await inTransaction(this.source, (transaction) => this.publishNext(transaction)).catch((error: unknown) =>
        this.giveBack(error),
      );
      if (done === undefined) return published;
      if (done) published += 1;
    }
  }

  start(): void {
    this.timer = setInterval(() => {
      this.running = this.running
        .then(() => this.publishDue())
        .catch((error: unknown) => {
          this.log.error({ err: error }, 'scheduled publication failed');
        });
    }, LOOK_EVERY).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }

  /** A document without an index number gets the next one of its organ, if the organ's credit code is known. */
  private async indexNumber(transaction: Transaction, { identifier, department, baseRevision }: SubmissionRow): Promise<string | null> {
    const kept = baseRevision === null ? null : await this.indexNumbers.ofRecord(transaction, identifier);
    if (kept) return kept;
    const organisation = await this.indexNumbers.organisationOf(transaction, department);
    return organisation && this.indexNumbers.allocate(transaction, organisation, Number(this.clock.today().slice(0, 4)));
  }

  private async publishNext(transaction: Transaction): Promise<boolean | undefined> {
    const row = await this.submissions.lockDue(transaction, this.clock.now());
    if (!row) return undefined;
    try {
      row.publishedRevision = await this.publish(transaction, row, SCHEDULE);
    } catch (error) {
      throw new NotPublished(row, error);
    }
    Object.assign(row, { state: 'published', scheduledFor: null });
    await this.steps.advance(transaction, row, 'published', {}, SCHEDULE);
    return true;
  }

  private async giveBack(error: unknown): Promise<boolean> {
    if (!(error instanceof NotPublished) || !(error.cause instanceof AppError)) throw error;
    const opinion = error.cause.message;
    await inTransaction(this.source, async (transaction) => {
      const row = await this.submissions.lock(transaction, error.row.id);
      if (row?.state !== 'scheduled') return;
      Object.assign(row, { state: 'reviewed', scheduledFor: null });
      await this.steps.advance(transaction, row, 'failed', { opinion }, SCHEDULE);
    });
    return false;
  }
}

/** A due submission that the catalog refused. */
class NotPublished extends Error {
  constructor(
    readonly row: SubmissionRow,
    override readonly cause: unknown,
  ) {
    super('not published', { cause });
  }
}
