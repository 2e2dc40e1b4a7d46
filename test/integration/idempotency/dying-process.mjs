// A server process that dies in the middle of a numbered request: argv holds the address of the database.
import { setInterval } from 'node:timers';
import 'reflect-metadata';
import { IdempotencyKeyRepository } from '#src/modules/identity/index.js';
import { openDatabase } from '#src/modules/platform/database/index.js';
import { entities } from '#src/runtime.js';

const [url] = process.argv.slice(2);
const source = await openDatabase({ url, pool: 4, entities });
const keys = new IdempotencyKeyRepository(source);
await keys.claim('account:1', 'lease', 'the request', 'run of the dead');
await source.transaction(async (transaction) => {
  await transaction.query(`INSERT INTO department (code, name, registered) VALUES ('half', '做了一半的局', true)`);
  await keys.commit(transaction, 'account:1', 'lease', 'run of the dead');
  process.send('working');
  await new Promise(() => setInterval(() => undefined, 1000));
});
