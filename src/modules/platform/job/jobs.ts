import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { Pauses } from '../../kernel/pauses.js';
import type { Transaction } from '../database/index.js';
import { Log } from '../logging/index.js';
import { Metrics } from '../metrics/index.js';
import { backOff } from './back-off.js';
import type { JobRow } from './job.entity.js';
import { JobRepository } from './job.repository.js';

export interface JobOptions {
  /** A job of this name and key is added once, and not again for a month after it was done. */
  key?: string;
  runAt?: Date;
  /** Most tries; 12 take about six hours. */
  attempts?: number;
}

type Handler = (payload: never) => Promise<void>;

/** Thrown by a handler when no further try can help. */
export class GiveUp extends Error {}

const ATTEMPTS = 12;
const LOOK_EVERY = 1_000;
const HOUR = 3_600_000;
const KEPT = 30 * 86_400_000;
/** So that slow work, of which there is one of a name at once, keeps no mail waiting. */
const WORKERS = 4;

/** Work after a transaction: at least once, by one process at a time, again after failures. Handlers must bear being repeated. */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly handlers = new Map<string, { handler: Handler; atOnce: number; running: number }>();
  /** Jobs are taken one after the other, so that what is running is counted before the next is taken. */
  private taking: Promise<unknown> = Promise.resolve();
  private loops: Promise<void>[] = [];
  private stopped = false;
  private readonly pauses = new Pauses();
  private sweptAt = 0;

  constructor(
    private readonly jobs: JobRepository,
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly log: Log,
    metrics: Metrics,
  ) {
    metrics.gauge('haozhao_jobs_waiting', 'Jobs that are not done yet', async () => (await this.jobs.count()).waiting);
    metrics.gauge('haozhao_jobs_failed', 'Jobs that were given up', async () => (await this.jobs.count()).failed);
  }

  /** Names who does the jobs of a name, at most so many at once in this process; call it while the application is being put together. */
  handle<Payload extends object>(name: string, handler: (payload: Payload) => Promise<void>, { atOnce = Infinity } = {}): void {
    this.handlers.set(name, { handler, atOnce, running: 0 });
  }

  /** Adds a job to the caller's transaction; answers false when its key is taken. */
  enqueue(transaction: Transaction, name: string, payload: object, { key, runAt, attempts }: JobOptions = {}): Promise<boolean> {
    const now = this.clock.now();
    return this.jobs.add(transaction, {
      name,
      payload,
      key: key ?? null,
      runAt: runAt ?? now,
      mostAttempts: attempts ?? ATTEMPTS,
      createdAt: now,
    });
  }

  /** Does everything that is due, here and now; what tests call instead of waiting. Answers how many tries there were. */
  async runPending(): Promise<number> {
    let tries = 0;
    while (await this.tryNext()) tries += 1;
    return tries;
  }

  start(): void {
    if (this.loops.length === 0) this.loops = Array.from({ length: WORKERS }, () => this.serve());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.pauses.wake();
    await Promise.all(this.loops);
  }

  private async serve(): Promise<void> {
    while (!this.stopped) {
      const worked = await this.tryNext().catch((error: unknown) => {
        this.log.error({ error }, 'the jobs cannot be read; it will try again');
        return false;
      });
      if (!worked) await this.pauses.pause(LOOK_EVERY);
    }
  }

  private async tryNext(): Promise<boolean> {
    const holder = this.source.createQueryRunner();
    try {
      const job = await this.takeNext(holder);
      if (!job) {
        await this.sweep();
        return false;
      }
      try {
        await this.run(job);
      } finally {
        this.handlers.get(job.name)!.running -= 1;
        await this.jobs.release(holder, job.id);
      }
      return true;
    } finally {
      await holder.release();
    }
  }

  private takeNext(holder: QueryRunner): Promise<JobRow | undefined> {
    const taken = this.taking.then(async () => {
      const free = [...this.handlers].filter(([, { atOnce, running }]) => running < atOnce).map(([name]) => name);
      const job = await this.jobs.take(holder, free, this.clock.now());
      if (job) this.handlers.get(job.name)!.running += 1;
      return job;
    });
    this.taking = taken.catch(() => undefined);
    return taken;
  }

  private async run(job: JobRow): Promise<void> {
    const { id, name, payload, attempts, mostAttempts } = job;
    try {
      if (attempts > mostAttempts) throw new GiveUp(job.lastError ?? 'the process died at every try');
      await this.handlers.get(name)!.handler(payload as never);
      await this.jobs.end(id, { finishedAt: this.clock.now() });
    } catch (error) {
      await this.fail(id, name, error, error instanceof GiveUp || attempts >= mostAttempts, attempts);
    }
  }

  private async fail(id: string, name: string, error: unknown, last: boolean, attempts: number): Promise<void> {
    const now = this.clock.now();
    const message = error instanceof Error ? error.message : String(error);
    this.log.warn({ error, job: name, id, attempts }, last ? 'job given up' : 'job failed; it will try again');
    const end = last ? { failedAt: now } : { runAt: new Date(now.getTime() + backOff(attempts)) };
    await this.jobs.end(id, { ...end, error: message.slice(0, 1000) });
  }

  private async sweep(): Promise<void> {
    const now = this.clock.now().getTime();
    if (now - this.sweptAt < HOUR) return;
    this.sweptAt = now;
    await this.jobs.sweep(new Date(now - KEPT));
  }
}
