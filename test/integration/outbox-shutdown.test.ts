import { DataSource } from 'typeorm';
import { expect, it } from 'vitest';
import { OutboxDispatcher } from '../../src/modules/platform/outbox/index.js';
import { createTestApplication } from '../support/test-application.js';

it('several consumers share one listening connection, which closing gives back', async () => {
  const running = await createTestApplication();
  const dispatcher = running.app.get(OutboxDispatcher);
  dispatcher.consumer('third', () => Promise.resolve());
  await dispatcher.drain();
  dispatcher.start();
  await dispatcher.caughtUp();
  const source = running.app.get(DataSource);
  const listening = () =>
    source.query<{ count: string }[]>(
      `SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN outbox'`,
    );
  await expect.poll(async () => (await listening())[0]!.count).toBe('1');
  await running.close();
});
