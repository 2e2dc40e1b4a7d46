import { Injectable } from '@nestjs/common';
import { type AuditEntry, AuditRepository } from '../../audit/index.js';
import { OutboxRepository } from '../../platform/outbox/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { effectiveValidity } from '../relation/effective-validity.js';
import { RecordSigner } from '../proof/record-signer.js';
import { RelationRepository } from '../relation/relation.repository.js';
import type { WriteContext } from './draft.js';
import { contentHash } from './canonical.js';
import { snapshotOf } from './snapshot.js';
import { type RevisionEntry, WriteRepository } from './write.repository.js';

/** A record whose row has just been written. */
export interface Change {
  recordId: string;
  action: 'created' | 'updated' | 'withdrawn' | 'validity';
  reason: string | null;
}

/** Topic of the messages about records. */
export const RECORD_CHANGED = 'record.changed';

/** Completes a write inside its transaction: validity in effect, revisions and their signatures, audit events, outbox messages. */
@Injectable()
export class ChangeLog {
  constructor(
    private readonly repository: WriteRepository,
    private readonly relations: RelationRepository,
    private readonly audit: AuditRepository,
    private readonly outbox: OutboxRepository,
    private readonly signer: RecordSigner,
  ) {}

  /** `targets` are identifiers whose validity the change may have moved. */
  async record(transaction: Transaction, changes: readonly Change[], targets: readonly string[], context: WriteContext): Promise<void> {
    if (changes.length === 0) return;
    const moved = await this.settleValidity(transaction, changes, targets);
    const all = [...changes, ...moved];
    const ids = all.map(({ recordId }) => recordId);
    const rows = new Map((await this.repository.rows(transaction, ids)).map((row) => [row.id, row]));
    const outgoing = await this.relations.outgoing(transaction, ids);
    const before = await this.repository.lastHashes(transaction, ids);
    const revisions = all.map(({ recordId, action, reason }): RevisionEntry => {
      const row = rows.get(recordId)!;
      const snapshot = snapshotOf(row, outgoing.get(recordId) ?? []);
      return { recordId, revision: row.revision, action, snapshot, contentHash: contentHash(snapshot), actor: context.actor, reason };
    });
    await this.repository.addRevisions(transaction, revisions);
    await this.signer.sign(transaction, revisions);
    await this.outbox.add(transaction, RECORD_CHANGED, revisions);
    const events = revisions.map((entry): AuditEntry => ({
      actor: entry.actor,
      action: `record.${entry.action}`,
      objectType: 'record',
      objectId: rows.get(entry.recordId)!.identifier,
      revision: entry.revision,
      beforeHash: before.get(entry.recordId) ?? null,
      afterHash: entry.contentHash,
      requestId: context.requestId,
    }));
    await this.audit.append(transaction, events);
  }

  /** Brings validity in line with the relations; records not written by this change get a revision of their own. */
  private async settleValidity(transaction: Transaction, changes: readonly Change[], targets: readonly string[]): Promise<Change[]> {
    const written = new Set(changes.map(({ recordId }) => recordId));
    const own = await this.repository.rows(transaction, [...written]);
    const states = await this.repository.states(transaction, [...new Set([...targets, ...own.map(({ identifier }) => identifier)])]);
    const incoming = await this.repository.incoming(
      transaction,
      states.map(({ identifier }) => identifier),
    );
    const wrong = states
      .map((state) => ({ state, validity: effectiveValidity(state.declared, incoming.get(state.identifier) ?? []) }))
      .filter(({ state, validity }) => state.validity !== validity && state.status === 'published');
    const set = async (part: typeof wrong, revise: boolean) => {
      if (part.length === 0) return;
      await this.repository.setValidity(
        transaction,
        part.map(({ state }) => state.id),
        part.map(({ validity }) => validity),
        revise,
      );
    };
    const others = wrong.filter(({ state }) => !written.has(state.id));
    await set(
      wrong.filter(({ state }) => written.has(state.id)),
      false,
    );
    await set(others, true);
    return others.map(({ state }) => ({ recordId: state.id, action: 'validity', reason: '因其他文件的废止、替代或修改，或其撤回' }));
  }
}
