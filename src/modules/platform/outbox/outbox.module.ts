import { Module } from '@nestjs/common';
import { OutboxDispatcher } from './outbox-dispatcher.js';
import { OutboxRepository } from './outbox.repository.js';

/** News of committed changes, carried to whoever derives something from them. */
@Module({ providers: [OutboxDispatcher, OutboxRepository], exports: [OutboxDispatcher, OutboxRepository] })
export class OutboxModule {}
