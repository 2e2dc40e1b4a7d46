import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Clock } from '../../kernel/clock.js';
import { Config } from '../../platform/config/index.js';
import { Log } from '../../platform/logging/index.js';
import type { TableViewer } from '../access/table-viewer.js';
import { type Allowance, allowanceOf, announce, BudgetSpent, UNLIMITED } from './allowance.js';
import { type Bucket, bucketOf, chargeOf, LEASE_MS, secondsFor } from './bucket.js';
import { BudgetRepository } from './budget.repository.js';
import { Purse } from './purse.js';

/** A refusal is believed this long; units given back by another process show afterwards. */
const BELIEVED_MS = 1_000;
const FORGET_EVERY_MS = 10 * 60_000;
const FORGET_AFTER_MS = 60 * 60_000;

/**
 * Gives every caller a budget by cost, the same whatever the number of processes: the buckets are in the database, and each
 * process leases small portions of them, so that a busy caller seldom waits for it.
 */
@Injectable()
export class FairUse implements BeforeApplicationShutdown {
  private readonly purses = new Map<string, { purse: Purse; bucket: Bucket }>();
  private readonly underWay = new Set<Promise<void>>();
  private swept = 0;
  private forgotten = 0;

  constructor(
    private readonly budgets: BudgetRepository,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Charges a caller. @throws BudgetSpent, which is TOO_MANY_REQUESTS with `retryAfter` */
  async spend(viewer: TableViewer, units: number): Promise<Allowance> {
    const bucket = bucketOf(viewer.key ? this.config.dataKeyUnits : this.config.dataAnonymousUnits);
    if (!bucket) return UNLIMITED;
    const need = chargeOf(units, bucket);
    this.sweep(this.now());
    let settled = false;
    for (;;) {
      const { purse } = this.purseOf(viewer.caller, bucket);
      const now = this.now();
      if (purse.spend(need, now)) {
        this.topUp(viewer.caller, bucket, purse, now);
        return allowanceOf(bucket, purse.beside + purse.held(now));
      }
      const dry = purse.dryFor(need, now);
      if (dry > 0) throw this.refusal(viewer, bucket, purse, need, now);
      // What is being given back belongs to the bucket: a caller who comes when told must find it there.
      if (!settled) {
        settled = true;
        await Promise.all(this.underWay);
      } else if (purse.leasing) await purse.leasing;
      else if (!(await this.lease(viewer.caller, bucket, purse, need))) throw this.refusal(viewer, bucket, purse, need, now);
    }
  }

  /** Charges a caller and says in the headers of the answer what is left, also when it is refused. @throws BudgetSpent */
  async charge(response: Response, viewer: TableViewer, units: number): Promise<void> {
    try {
      announce(response, await this.spend(viewer, units));
    } catch (error) {
      if (error instanceof BudgetSpent) announce(response, error.allowance);
      throw error;
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
    this.giveBack(Infinity);
    await Promise.all(this.underWay);
  }

  /** Whether the bucket had what is needed. */
  private async lease(caller: string, bucket: Bucket, purse: Purse, need: number): Promise<boolean> {
    const asked = this.clock.now();
    const least = Math.max(1, need - purse.held(asked.getTime()));
    let had = false;
    const leasing = this.budgets.lease(caller, bucket, least, Math.max(least, bucket.portion), asked).then(({ leased, left }) => {
      purse.beside = left;
      // Counted from when it was asked for: the lease in the database is not older.
      purse.add(leased, asked.getTime() + LEASE_MS);
      had = leased > 0;
      if (!had) purse.refused(need, asked.getTime() + Math.min(BELIEVED_MS, ((least - left) * 60_000) / bucket.perMinute));
    });
    purse.leasing = leasing.then(
      () => (purse.leasing = undefined),
      () => (purse.leasing = undefined),
    );
    await leasing;
    return had;
  }

  /** Leases ahead of time for a caller who is busy. */
  private topUp(caller: string, bucket: Bucket, purse: Purse, now: number): void {
    const held = purse.held(now);
    if (purse.leasing || held * 2 >= bucket.portion || purse.dryFor(held + 1, now) > 0 || purse.beside < bucket.portion) return;
    this.inBackground(this.lease(caller, bucket, purse, held + 1).then(() => undefined));
  }

  private refusal(viewer: TableViewer, bucket: Bucket, purse: Purse, need: number, now: number): BudgetSpent {
    const left = purse.beside + purse.held(now);
    return new BudgetSpent(allowanceOf(bucket, left), secondsFor(Math.max(0, need - left), bucket), viewer.key !== undefined);
  }

  private purseOf(caller: string, bucket: Bucket): { purse: Purse; bucket: Bucket } {
    const known = this.purses.get(caller);
    if (known) return known;
    const entry = { purse: new Purse(), bucket };
    this.purses.set(caller, entry);
    return entry;
  }

  /** Now and then, as requests come: gives back what was not spent, and lets go of callers who are gone. */
  private sweep(now: number): void {
    if (now - this.swept >= LEASE_MS) {
      this.swept = now;
      this.giveBack(now);
    }
    if (now - this.forgotten >= FORGET_EVERY_MS) {
      this.forgotten = now;
      this.inBackground(this.budgets.forget(new Date(now - FORGET_AFTER_MS)));
    }
  }

  private giveBack(now: number): void {
    const rests = [...this.purses].flatMap(
      ([
        caller,
        {
          purse,
          bucket: { capacity },
        },
      ]) => {
        const units = purse.expire(now);
        if (purse.isEmpty && purse.dryFor(Infinity, now) === 0) this.purses.delete(caller);
        return units > 0 ? [{ caller, units, capacity }] : [];
      },
    );
    if (rests.length > 0) this.inBackground(this.budgets.giveBack(rests));
  }

  private inBackground(work: Promise<void>): void {
    const settled: Promise<void> = work
      .catch((error: unknown) => this.log.error({ error }, 'the budgets of callers cannot be kept'))
      .finally(() => this.underWay.delete(settled));
    this.underWay.add(settled);
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
