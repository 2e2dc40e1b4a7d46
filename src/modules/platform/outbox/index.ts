export { OutboxConsumer, OutboxMessage } from './outbox.entity.js';
export { OutboxDispatcher } from './outbox-dispatcher.js';
export { OutboxModule } from './outbox.module.js';
export { type Message, OutboxRepository } from './outbox.repository.js';
