import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxDispatcher } from '../../platform/outbox/index.js';
import { ChangeRepository } from './change.repository.js';

/** Enters every committed revision of a record into the log of changes; writers do not wait for it. */
@Injectable()
export class ChangeRecorder implements OnModuleInit {
  constructor(
    private readonly changes: ChangeRepository,
    private readonly dispatcher: OutboxDispatcher,
  ) {}

  onModuleInit(): void {
    this.dispatcher.consumer('changes', (messages, transaction) => this.changes.addRevisions(transaction, messages));
  }
}
