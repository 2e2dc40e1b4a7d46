import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { Pauses } from '../../kernel/pauses.js';
import { Log } from '../../platform/logging/index.js';
import { Metrics } from '../../platform/metrics/index.js';
import { WebhookDelivery } from './webhook-delivery.js';
import { WebhookRepository } from './webhook.repository.js';

const LOOK_EVERY = 1_000;
/** So that slow receivers take neither all connections nor each other's turn. */
const AT_ONCE = 4;

/**
 * Tells receivers what changed: in order, at least once, one delivery of a webhook at a time over all processes.
 *
 * It looks each second instead of being woken: the feed is written by a consumer of the outbox and by whoever publishes
 * tables, in servers and at the command line, and pauses after failures end without any news. The row of the webhook is
 * all there is to know, so no job stands between that would have to be kept in step with it.
 */
@Injectable()
export class WebhookDispatcher implements BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private loops: Promise<void>[] = [];
  private readonly pauses = new Pauses();

  constructor(
    private readonly source: DataSource,
    private readonly webhooks: WebhookRepository,
    private readonly delivery: WebhookDelivery,
    private readonly clock: Clock,
    private readonly log: Log,
    metrics: Metrics,
  ) {
    metrics.gauge('haozhao_webhooks_failing', 'Webhooks whose last delivery failed, or that are paused', () => this.webhooks.failing());
  }

  /** Delivers everything that is due, here and now; what tests call instead of waiting. Answers how many tries there were. */
  async deliverDue(): Promise<number> {
    let tries = 0;
    while (await this.tryNext()) tries += 1;
    return tries;
  }

  start(): void {
    if (this.loops.length === 0) this.loops = Array.from({ length: AT_ONCE }, () => this.serve());
  }

  /** Breaks off what is being sent: the next start sends the same again. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.pauses.wake();
    await Promise.all(this.loops);
  }

  private async serve(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const worked = await this.tryNext().catch((error: unknown) => {
        this.log.error({ error }, 'webhooks cannot be served; it will try again');
        return false;
      });
      if (!worked && !this.stopping.signal.aborted) await this.pauses.pause(LOOK_EVERY);
    }
  }

  private async tryNext(): Promise<boolean> {
    const holder = this.source.createQueryRunner();
    try {
      const webhook = await this.webhooks.take(holder, this.clock.now());
      if (!webhook) return false;
      try {
        await this.delivery.deliver(webhook, this.stopping.signal);
      } finally {
        await this.webhooks.release(holder, webhook.id);
      }
      return true;
    } finally {
      await holder.release();
    }
  }
}
