import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { IdempotencyKeyRepository } from '../../identity/index.js';
import { Clock } from '../../kernel/clock.js';
import { inTransaction } from '../../platform/database/index.js';
import { Jobs } from '../../platform/job/index.js';
import { Log } from '../../platform/logging/index.js';
import { ClockWatch } from './clock-watch.js';
import { DutyKeeper } from './duty-keeper.js';
import { nightOf } from './night.js';
import { ValidityFlip } from './validity-flip.js';

const LOOK_EVERY = 60_000;

/** The night's work: once a day whatever the number of processes, and at the next start when none was up. */
@Injectable()
export class Nightly implements OnModuleInit, OnModuleDestroy {
  private timer?: NodeJS.Timeout;
  private scheduled = '';

  constructor(
    private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly validity: ValidityFlip,
    private readonly duties: DutyKeeper,
    private readonly clocks: ClockWatch,
    private readonly idempotencyKeys: IdempotencyKeyRepository,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Each part is a job of its own: one that fails is tried again without the others. */
  private readonly parts: Record<string, () => Promise<unknown>> = {
    'nightly.validity': () => this.validity.run(),
    'nightly.duties': () => this.duties.run(),
    'nightly.clocks': () => this.clocks.run(),
    'nightly.idempotencyKeys': () => this.idempotencyKeys.forgetExpired(),
  };

  onModuleInit(): void {
    for (const [name, run] of Object.entries(this.parts)) this.add(name, run);
  }

  /** Makes something of another module a part of the night; before the application has started. */
  add(name: string, run: () => Promise<unknown>): void {
    this.parts[name] = run;
    this.jobs.handle(name, async ({ day }: { day: string }) => {
      const result = await run();
      this.log.info({ job: name, day, result }, 'a part of the night is done');
    });
  }

  /** Adds the jobs of the night, unless some process has; the day is their key. */
  async schedule(): Promise<void> {
    const day = nightOf(this.clock.now());
    if (day === this.scheduled) return;
    await inTransaction(this.source, async (transaction) => {
      for (const name of Object.keys(this.parts)) await this.jobs.enqueue(transaction, name, { day }, { key: day });
    });
    this.scheduled = day;
  }

  start(): void {
    const schedule = () => void this.schedule().catch((error: unknown) => this.log.error({ error }, 'the night cannot be scheduled'));
    schedule();
    this.timer ??= setInterval(schedule, LOOK_EVERY).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}
