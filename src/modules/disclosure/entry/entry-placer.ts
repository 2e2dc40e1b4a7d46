import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Nightly } from '../../catalog/index.js';
import { inTransaction, type Transaction } from '../../platform/database/index.js';
import { Log } from '../../platform/logging/index.js';
import { OutboxDispatcher } from '../../platform/outbox/index.js';
import { VocabularyService } from '../../vocabulary/index.js';
import { placementOf } from '../placement/placement.js';
import { RULES_VERSION } from '../placement/placement-rule.js';
import type { DisclosureEntryRow } from './disclosure-entry.entity.js';
import { DisclosureEntryRepository, type PlaceableDocument } from './entry.repository.js';

const BATCH = 500;

/** Keeps the places of documents in step with the catalog; writers do not wait for it. */
@Injectable()
export class EntryPlacer implements OnModuleInit, BeforeApplicationShutdown {
  private catching?: Promise<unknown>;
  private stopped = false;

  constructor(
    private readonly source: DataSource,
    private readonly entries: DisclosureEntryRepository,
    private readonly vocabulary: VocabularyService,
    private readonly dispatcher: OutboxDispatcher,
    private readonly nightly: Nightly,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.dispatcher.consumer('disclosure', (messages, transaction) =>
      this.place(transaction, [...new Set(messages.map(({ recordId }) => recordId))]),
    );
    this.nightly.add('nightly.disclosure', () => this.catchUp());
  }

  /** Places what older rules placed, or nobody, in the background: after an upgrade that is every document. */
  start(): void {
    this.catching ??= this.catchUp().catch((error: unknown) => {
      this.log.error({ error }, 'documents could not be placed in the disclosure column; the night tries again');
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.catching;
  }

  /** Answers how many were placed; repeating it places nothing. */
  async catchUp(): Promise<number> {
    let placed = 0;
    for (let after = '0'; !this.stopped;) {
      const ids = await this.entries.unplaced(after, BATCH);
      const last = ids.at(-1);
      if (!last) break;
      await inTransaction(this.source, (transaction) => this.place(transaction, ids));
      placed += ids.length;
      after = last;
    }
    return placed;
  }

  private async place(transaction: Transaction, recordIds: readonly string[]): Promise<void> {
    const documents = await this.entries.documents(transaction, recordIds);
    await this.entries.place(
      transaction,
      documents.map((document) => this.entryOf(document)),
    );
  }

  private entryOf({ recordId, revision, published, departments, publishedOn, ...subject }: PlaceableDocument): DisclosureEntryRow {
    const { listed, ...place } = placementOf(subject, (text) => this.vocabulary.resolve('article20', text)?.code);
    return { recordId, revision, rules: RULES_VERSION, departments, publishedOn, ...place, listed: listed && published };
  }
}
