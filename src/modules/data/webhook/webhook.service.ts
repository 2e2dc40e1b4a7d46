import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditRepository, entryWithoutRevision } from '../../audit/index.js';
import { DepartmentService } from '../../department/index.js';
import { type ActingContext, actingDepartment, type Actor, departmentsFor } from '../../identity/index.js';
import { AppError, invalidField } from '../../kernel/app-error.js';
import { Clock } from '../../kernel/clock.js';
import { inTransaction, isRowId, type Transaction } from '../../platform/database/index.js';
import { GuardedFetch } from '../../platform/outbound/index.js';
import { SecretBox } from '../../platform/secret/index.js';
import { receiverAddress } from './receiver-address.js';
import { WEBHOOK_SECRET } from './webhook-delivery.js';
import type { WebhookRow } from './webhook.entity.js';
import type { WebhookInput, WebhookReplacement } from './webhook.model.js';
import { WebhookRepository } from './webhook.repository.js';

const MOST_OF_A_DEPARTMENT = 20;

/** Webhooks as their departments manage them. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly source: DataSource,
    private readonly webhooks: WebhookRepository,
    private readonly departments: DepartmentService,
    private readonly fetch: GuardedFetch,
    private readonly secrets: SecretBox,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<WebhookRow[]> {
    return this.webhooks.list(departmentsFor(actor, 'webhook.manage'));
  }

  /** @throws AppError NOT_FOUND, also for those of other departments */
  async get(id: string, actor: Actor): Promise<WebhookRow> {
    return own(id, isRowId(id) ? await this.webhooks.find(id) : null, actor);
  }

  /** Registers an address, to be told of everything from now on; its secret is returned once. @throws AppError VALIDATION_FAILED, FORBIDDEN, CONFLICT */
  async create({ department: given, ...input }: WebhookInput, context: ActingContext): Promise<{ row: WebhookRow; secret: string }> {
    const department = actingDepartment(given, context.actor, 'webhook.manage', '登记变化通知');
    const told = await this.checked(input);
    const secret = `whsec_${randomBytes(32).toString('base64url')}`;
    const now = this.clock.now();
    return inTransaction(this.source, async (transaction) => {
      if ((await this.webhooks.count(transaction, department)) >= MOST_OF_A_DEPARTMENT)
        throw new AppError('CONFLICT', `一个部门最多登记 ${MOST_OF_A_DEPARTMENT} 个变化通知，请先删除不用的。`, {
          english: `A department has at most ${MOST_OF_A_DEPARTMENT} webhooks; remove one first.`,
        });
      const sealed = this.secrets.seal(secret, WEBHOOK_SECRET);
      const row = await this.webhooks.add(transaction, { ...told, department, secret: sealed, createdAt: now, nextTryAt: now });
      await this.note(transaction, 'created', row, context);
      return { row, secret };
    });
  }

  /** Replaces what is told and to whom; it goes on where it stands. @throws AppError NOT_FOUND, VALIDATION_FAILED */
  async replace(id: string, input: WebhookReplacement, context: ActingContext): Promise<WebhookRow> {
    await this.get(id, context.actor);
    const told = await this.checked(input);
    return this.change(id, 'changed', context, (row) => {
      const same = told.address === row.address && told.kind === row.kind && told.ofDepartment === row.ofDepartment;
      return same ? told : { ...told, ...this.afresh(), revision: row.revision + 1, sendingUntil: null };
    });
  }

  /** Goes on where it was paused, or tries again at once. @throws AppError NOT_FOUND */
  resume(id: string, context: ActingContext): Promise<WebhookRow> {
    return this.change(id, 'resumed', context, () => ({ ...this.afresh(), state: 'active', reason: null }));
  }

  /** @throws AppError NOT_FOUND */
  remove(id: string, context: ActingContext): Promise<void> {
    return inTransaction(this.source, async (transaction) => {
      const row = await this.lock(transaction, id, context.actor);
      await this.webhooks.remove(transaction, id);
      await this.note(transaction, 'removed', row, context);
    });
  }

  private change(
    id: string,
    action: 'changed' | 'resumed',
    context: ActingContext,
    changeOf: (row: WebhookRow) => Partial<WebhookRow>,
  ): Promise<WebhookRow> {
    return inTransaction(this.source, async (transaction) => {
      const row = await this.lock(transaction, id, context.actor);
      const change = changeOf(row);
      await this.webhooks.update(transaction, id, change);
      await this.note(transaction, action, row, context);
      return Object.assign(row, change);
    });
  }

  private async checked({ address, kind = null, ofDepartment = null, description = null }: WebhookReplacement) {
    const { href } = receiverAddress(address, this.fetch);
    if (ofDepartment !== null && !(await this.departments.byCodes([ofDepartment])).has(ofDepartment))
      throw invalidField('ofDepartment', `没有编号为“${ofDepartment}”的部门，请在部门列表中查找`);
    return { address: href, kind, ofDepartment, description };
  }

  /** Failures of the past do not count any more. */
  private readonly afresh = () => ({ failures: 0, failingSince: null, lastError: null, nextTryAt: this.clock.now() });

  private async lock(transaction: Transaction, id: string, actor: Actor): Promise<WebhookRow> {
    return own(id, isRowId(id) ? await this.webhooks.lock(transaction, id) : null, actor);
  }

  private async note(transaction: Transaction, action: string, { id, department }: WebhookRow, { actor, requestId }: ActingContext) {
    const what = { action: `webhook.${action}`, objectType: 'webhook', objectId: `${id} ${department}` };
    await this.audit.append(transaction, [entryWithoutRevision({ actor: actor.name, requestId, ...what })]);
  }
}

function own(id: string, row: WebhookRow | null, actor: Actor): WebhookRow {
  const departments = departmentsFor(actor, 'webhook.manage');
  if (row && (!departments || departments.includes(row.department))) return row;
  throw new AppError('NOT_FOUND', `没有编号为“${id}”的变化通知。`, { english: `There is no webhook ${id}.` });
}
