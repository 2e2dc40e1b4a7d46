import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PoolClient } from 'pg';
import { Pauses } from '../../kernel/pauses.js';
import type { Transaction } from '../database/index.js';
import { Log } from '../logging/index.js';
import { type Message, OutboxRepository } from './outbox.repository.js';

type Handler = (messages: Message[], transaction: Transaction) => Promise<void>;

const BATCH = 500;
/** Notifications may be lost with their connection, so the outbox is also read without one. */
const POLL_MS = 1000;
const LONGEST_PAUSE_MS = 5_000;

/** Carries outbox messages to their consumers: at least once, in order, one process at a time for each consumer. */
@Injectable()
export class OutboxDispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly consumers = new Map<string, Handler>();
  private readonly loops: Promise<void>[] = [];
  /** Consumers whose last try failed. */
  private readonly failing = new Set<string>();
  private stopped = false;
  private started = false;
  private readonly pauses = new Pauses();
  /** Counts notifications, so that one that comes just before the pause is not slept over. */
  private news = 0;
  private listener?: PoolClient;
  /** One connection listens for all consumers: while it is being opened, the others wait for it. */
  private opening?: Promise<void>;

  constructor(
    private readonly outbox: OutboxRepository,
    private readonly source: DataSource,
    private readonly log: Log,
  ) {}

  /** Registers a consumer; call it while the application is being put together. */
  consumer(name: string, handle: Handler): void {
    this.consumers.set(name, handle);
  }

  /** Handles everything committed so far; what commands run before they end, and tests instead of waiting. */
  async drain(progress?: (handled: number) => void): Promise<void> {
    for (const [name, handle] of this.consumers) {
      await this.outbox.register(name);
      while (!this.stopped) {
        const handled = await this.outbox.consume(name, BATCH, handle);
        if (handled > 0) progress?.(handled);
        else if ((await this.outbox.backlog(name)) === 0) break;
        else await this.pause(20);
      }
    }
    await this.outbox.sweep();
  }

  /** Returns when everything committed so far has been handled, whoever handles it; sooner when a consumer cannot go on now. */
  async caughtUp(): Promise<void> {
    for (const name of this.consumers.keys()) {
      while (!this.stopped && !this.failing.has(name) && (await this.outbox.backlog(name)) > 0) await this.pause(50);
    }
  }

  /** Number of messages that a consumer has not had yet. */
  backlog(name: string): Promise<number> {
    return this.outbox.backlog(name);
  }

  /** Number of messages that each consumer has not had yet. */
  async backlogs(): Promise<Map<string, number>> {
    const backlogs = new Map<string, number>();
    for (const name of this.consumers.keys()) backlogs.set(name, await this.outbox.backlog(name));
    return backlogs;
  }

  /** Starts serving in the background. */
  start(): void {
    if (this.started) return;
    this.started = true;
    for (const [name, handle] of this.consumers) this.loops.push(this.serve(name, handle));
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const name of this.consumers.keys()) await this.outbox.register(name);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.wake();
    await Promise.all(this.loops);
    await this.opening?.catch(() => undefined);
    this.listener?.release(true);
  }

  private async serve(name: string, handle: Handler): Promise<void> {
    let failures = 0;
    while (!this.stopped) {
      try {
        await this.listen();
        const since = this.news;
        const handled = await this.outbox.consume(name, BATCH, handle);
        failures = 0;
        this.failing.delete(name);
        if (handled === 0) {
          await this.outbox.sweep();
          await this.pause(POLL_MS, since);
        }
      } catch (error) {
        failures += 1;
        this.failing.add(name);
        this.log.error({ error, consumer: name, failures }, 'outbox consumer failed; it will try again');
        await this.pause(Math.min(LONGEST_PAUSE_MS, 100 * 2 ** failures));
      }
    }
  }

  private async listen(): Promise<void> {
    if (this.listener || this.stopped) return;
    this.opening ??= this.openListener().finally(() => (this.opening = undefined));
    await this.opening;
  }

  private async openListener(): Promise<void> {
    const pool = (this.source.driver as unknown as { master: { connect(): Promise<PoolClient> } }).master;
    const client = await pool.connect();
    this.listener = client;
    client.on('notification', () => this.wake());
    client.on('error', () => {
      this.listener = undefined;
    });
    await client.query('LISTEN outbox');
  }

  private wake(): void {
    this.news += 1;
    this.pauses.wake();
  }

  /** Waits until news arrives, the time is over or the process stops. */
  private pause(milliseconds: number, since = this.news): Promise<void> {
    if (this.stopped || this.news !== since) return Promise.resolve();
    return this.pauses.pause(milliseconds);
  }
}
