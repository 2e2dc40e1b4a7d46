import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditRepository, entryWithoutRevision } from '../../audit/index.js';
import { Notifier } from '../../catalog/index.js';
import { AppError } from '../../kernel/app-error.js';
import { Clock } from '../../kernel/clock.js';
import { inTransaction } from '../../platform/database/index.js';
import { Log } from '../../platform/logging/index.js';
import { GuardedFetch } from '../../platform/outbound/index.js';
import { SecretBox } from '../../platform/secret/index.js';
import { changeCursor } from '../change/change-cursor.js';
import { ChangeRepository, type ListedChange } from '../change/change.repository.js';
import { presentChange } from '../change/change.service.js';
import { afterFailure } from './after-failure.js';
import { failedForADay, refusedForGood, statusInWords } from './pause-reason.js';
import { receiverAddress } from './receiver-address.js';
import { signDelivery } from './sign-delivery.js';
import type { WebhookRow } from './webhook.entity.js';
import { WebhookRepository } from './webhook.repository.js';

export const WEBHOOK_SECRET = 'webhook';
const MOST = 100;
const TIMEOUT_MS = 15_000;

/** How a try ended. */
type Outcome = 'delivered' | 'refusedForGood' | { error: string; retryAfter?: string };

/** Sends one batch of changes to one receiver, and notes what came of it. */
@Injectable()
export class WebhookDelivery {
  constructor(
    private readonly source: DataSource,
    private readonly webhooks: WebhookRepository,
    private readonly changes: ChangeRepository,
    private readonly fetch: GuardedFetch,
    private readonly secrets: SecretBox,
    private readonly audit: AuditRepository,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** The caller holds the webhook. Sends first and moves on afterwards: whoever dies between sends the same again. */
  async deliver(webhook: WebhookRow, signal: AbortSignal): Promise<void> {
    const { changes, until } = await this.nextBatch(webhook);
    const now = () => this.clock.now();
    const forward = { position: until, sendingUntil: null, failures: 0, failingSince: null, lastError: null };
    if (changes.length === 0) return void (await this.webhooks.note(webhook, { ...forward, nextTryAt: now() }));
    // Before anything is sent: the next try has to be the same delivery.
    if (until !== webhook.sendingUntil && !(await this.webhooks.note(webhook, { sendingUntil: until }))) return;
    const outcome = await this.send(webhook, changes, until, signal);
    if (signal.aborted && outcome !== 'delivered') return;
    if (outcome === 'delivered') await this.webhooks.note(webhook, { ...forward, nextTryAt: now(), lastDeliveredAt: now() });
    else if (outcome === 'refusedForGood') await this.pause(webhook, refusedForGood(hostOf(webhook)), statusInWords(410));
    else await this.fail(webhook, outcome);
  }

  /** Up to a hundred changes. One that was begun ends where it did then, so that it has the same id. */
  private async nextBatch({ position, sendingUntil, kind, ofDepartment }: WebhookRow): Promise<{ changes: ListedChange[]; until: string }> {
    const filter = { kind: kind ?? undefined, department: ofDepartment ?? undefined };
    const found = await this.changes.list({ after: position, until: sendingUntil ?? undefined, ...filter, limit: MOST + 1 });
    const changes = found.changes.slice(0, MOST);
    return { changes, until: found.changes.length > MOST ? changes.at(-1)!.id : (sendingUntil ?? found.last) };
  }

  private async send(webhook: WebhookRow, changes: readonly ListedChange[], until: string, signal: AbortSignal): Promise<Outcome> {
    try {
      const { id, revision, position, address, kind, ofDepartment } = webhook;
      const url = receiverAddress(address, this.fetch);
      const delivery = `${id}.${revision}-${position}-${until}`;
      const nextCursor = changeCursor(until, { kind, department: ofDepartment });
      const body = JSON.stringify({ delivery, changes: changes.map(presentChange), nextCursor });
      const timestamp = Math.floor(this.clock.now().getTime() / 1000);
      const headers = {
        'Content-Type': 'application/json; charset=utf-8',
        'Haozhao-Event': 'changes',
        'Haozhao-Delivery': delivery,
        'Haozhao-Timestamp': String(timestamp),
        'Haozhao-Signature': signDelivery(this.secrets.open(webhook.secret, WEBHOOK_SECRET), timestamp, body),
      };
      const { status, retryAfter } = await this.fetch.post(url.href, { body, headers, timeoutMs: TIMEOUT_MS, signal });
      if (status >= 200 && status < 300) return 'delivered';
      return status === 410 ? 'refusedForGood' : { error: statusInWords(status), retryAfter };
    } catch (error) {
      if (error instanceof AppError) return { error: error.message.replace(/。$/, '') };
      if (!signal.aborted) this.log.error({ error, webhook: webhook.id }, 'a delivery failed for a reason of our own');
      return { error: '本站出错，请管理员查看日志' };
    }
  }

  private async fail(webhook: WebhookRow, { error, retryAfter }: { error: string; retryAfter?: string }): Promise<void> {
    const now = this.clock.now();
    const failures = webhook.failures + 1;
    const failingSince = webhook.failingSince ?? now;
    const nextTryAt = afterFailure({ now, failures, since: failingSince, retryAfter });
    this.log.warn(
      { webhook: webhook.id, failures, reason: error },
      nextTryAt ? 'a delivery failed; it will try again' : 'a webhook is paused',
    );
    if (!nextTryAt) return this.pause(webhook, failedForADay(hostOf(webhook), error), error);
    await this.webhooks.note(webhook, { failures, failingSince, lastError: error, nextTryAt });
  }

  /** Until somebody of the department resumes it. */
  private async pause(webhook: WebhookRow, reason: string, lastError: string): Promise<void> {
    const { id, department, description, failingSince } = webhook;
    const now = this.clock.now();
    await inTransaction(this.source, async (transaction) => {
      const change = { state: 'paused', reason, lastError, failures: webhook.failures + 1, failingSince: failingSince ?? now } as const;
      if (!(await this.webhooks.note(webhook, change, transaction))) return;
      const subject = `变化通知已暂停：${description ?? hostOf(webhook)}`;
      const key = `webhook:${id}:${now.toISOString()}`;
      const to = { role: 'departmentAdmin', department } as const;
      await this.notifier.tell(transaction, [{ kind: 'webhook', key, subject, text: reason, link: '/workbench/notices', dueOn: null, to }]);
      const objectId = `${id} ${department}`;
      await this.audit.append(transaction, [
        entryWithoutRevision({ actor: 'schedule', action: 'webhook.paused', objectType: 'webhook', objectId }),
      ]);
    });
  }
}

/** The rest of an address may hold what only the receiver should know. */
const hostOf = ({ address }: WebhookRow): string => new URL(address).host;
