// A server process that takes a job and dies while doing it: argv holds the address of the database.
import { setInterval } from 'node:timers';
import 'reflect-metadata';
import { SystemClock } from '#src/modules/kernel/clock.js';
import { openDatabase } from '#src/modules/platform/database/index.js';
import { JobRepository, Jobs } from '#src/modules/platform/job/index.js';
import { Log } from '#src/modules/platform/logging/index.js';
import { Metrics } from '#src/modules/platform/metrics/index.js';
import { entities } from '#src/runtime.js';

const [url] = process.argv.slice(2);
const source = await openDatabase({ url, pool: 4, entities });
const jobs = new Jobs(new JobRepository(source), source, new SystemClock(), new Log('silent'), new Metrics());
jobs.handle('trial', () => {
  process.send('working');
  return new Promise(() => setInterval(() => undefined, 1000));
});
await jobs.runPending();
