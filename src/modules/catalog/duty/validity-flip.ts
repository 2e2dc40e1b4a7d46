import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { inTransaction, type Transaction } from '../../platform/database/index.js';
import { Log } from '../../platform/logging/index.js';
import { RelationRepository } from '../relation/relation.repository.js';
import { SubmissionBase } from '../workflow/submission-base.js';
import type { WriteContext } from '../write/draft.js';
import { draftOfRecord } from '../write/draft-of-record.js';
import { RecordWriter } from '../write/record-writer.js';
import { validityByDates } from './declared-validity.js';
import { ValidityRepository } from './validity.repository.js';

const PAGE = 200;
const SCHEDULE: WriteContext = { actor: 'schedule', requestId: null };

/** Lets documents expire, and come into force, on their day: each as a revision of its own, signed and audited like any other. */
@Injectable()
export class ValidityFlip {
  constructor(
    private readonly source: DataSource,
    private readonly documents: ValidityRepository,
    private readonly relations: RelationRepository,
    private readonly writer: RecordWriter,
    private readonly bases: SubmissionBase,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Answers how many changed; one that cannot be written keeps none of the others, and the whole is tried again. */
  async run(): Promise<number> {
    const today = this.clock.today();
    let changed = 0;
    const failures: unknown[] = [];
    for (let after = '0'; ;) {
      const ids = await this.documents.candidates(today, after, PAGE);
      for (const id of ids) {
        try {
          if (await inTransaction(this.source, (transaction) => this.flip(transaction, id, today))) changed += 1;
        } catch (error) {
          this.log.error({ error, recordId: id }, 'the validity of a document cannot be changed');
          failures.push(error);
        }
      }
      const last = ids.at(-1);
      if (last === undefined) break;
      after = last;
    }
    if (failures.length > 0) throw new Error(`${failures.length} documents cannot be changed: ${String(failures[0])}`);
    return changed;
  }

  private async flip(transaction: Transaction, id: string, today: string): Promise<boolean> {
    const row = await this.documents.lock(transaction, id);
    if (row?.status !== 'published') return false;
    const { validity = null, effectiveOn = null, expiresOn = null } = row.profile as Record<string, string | undefined>;
    const right = validityByDates(today, { declared: validity, effectiveOn, expiresOn });
    if (!right) return false;
    const draft = draftOfRecord(row, (await this.relations.outgoing(transaction, [id])).get(id) ?? []);
    if (draft.kind === 'document') draft.input.validity = right;
    const outcome = await this.writer.writeWithin(transaction, draft, row.revision, SCHEDULE);
    if (outcome.result !== 'updated') return false;
    const why = right === 'expired' ? '记录因有效期届满转为失效' : '记录已到施行日期，转为有效';
    await this.bases.move(transaction, row.identifier, row.revision, outcome.revision, why, SCHEDULE);
    return true;
  }
}
