import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DepartmentService, type NamedDepartment } from '../../department/index.js';
import { AppError, type FieldError } from '../../kernel/app-error.js';
import { inTransaction, type Transaction, violatedConstraint } from '../../platform/database/index.js';
import { VocabularyService } from '../../vocabulary/index.js';
import { unknownRecord } from '../record/unknown-record.js';
import { ACYCLIC_TYPES, RELATION_LABELS, type RelationType } from '../relation/relation-type.js';
import type { Draft, NormalRecord, WriteContext } from './draft.js';
import { normalise } from './normalise.js';
import { type Change, ChangeLog } from './change-log.js';
import { type PreparedRecord, type StoredState, WriteRepository } from './write.repository.js';
import type { WriteOutcome } from './write-outcome.js';

/** A draft that cannot be written as it is; carries what to tell its author. */
class Refusal extends Error {
  constructor(
    readonly identifier: string,
    readonly code: 'CONFLICT' | 'GONE' | 'VALIDATION_FAILED',
    readonly errors: FieldError[],
  ) {
    super(errors.map(({ message }) => message).join('；'));
  }
}

/** The one way to write records: drafts in, one transaction of rows, relations, revisions, audit events and outbox messages. */
@Injectable()
export class RecordWriter {
  constructor(
    private readonly source: DataSource,
    private readonly repository: WriteRepository,
    private readonly departments: DepartmentService,
    private readonly vocabulary: VocabularyService,
    private readonly changes: ChangeLog,
  ) {}

  /**
   * Creates, updates or leaves unchanged each draft, by identifier; the outcomes are in the order of the drafts.
   * One that must be refused never takes the others with it: the batch is then written draft by draft.
   */
  async upsert(drafts: readonly Draft[], context: WriteContext): Promise<WriteOutcome[]> {
    try {
      return await inTransaction(this.source, (transaction) => this.upsertTogether(transaction, drafts, context));
    } catch (error) {
      const refusal = refusalOf(error, drafts);
      if (!refusal) throw error;
      if (drafts.length === 1)
        return [{ result: 'rejected', identifier: drafts[0]!.input.identifier, code: refusal.code, errors: refusal.errors }];
      const outcomes: WriteOutcome[] = [];
      for (const draft of drafts) outcomes.push(...(await this.upsert([draft], context)));
      return outcomes;
    }
  }

  /** Creates one record. @throws AppError CONFLICT when the identifier is taken, GONE when it was withdrawn */
  create(draft: Draft, context: WriteContext): Promise<WriteOutcome> {
    return this.single(draft, context, assertNew);
  }

  /** Replaces one record. @throws AppError NOT_FOUND, GONE, PRECONDITION_FAILED when `revision` is not the current one */
  replace(draft: Draft, revision: number, context: WriteContext): Promise<WriteOutcome> {
    return this.single(draft, context, (stored) => assertCurrent(stored, draft.kind, draft.input.identifier, revision));
  }

  /** Withdraws a record; its identifier stays taken and its address shows when and why. */
  async withdraw(kind: Draft['kind'], identifier: string, revision: number, reason: string, context: WriteContext): Promise<void> {
    await inTransaction(this.source, (transaction) => this.withdrawWithin(transaction, { kind, identifier, revision, reason }, context));
  }

  /** The same as a part of a larger change; answers the revision that the withdrawal made. */
  async withdrawWithin(
    transaction: Transaction,
    { kind, identifier, revision, reason }: { kind: Draft['kind']; identifier: string; revision: number; reason: string },
    context: WriteContext,
  ): Promise<number> {
    await this.repository.lockRelations(transaction);
    const stored = (await this.repository.lock(transaction, [identifier])).find((state) => state.identifier === identifier);
    assertCurrent(stored, kind, identifier, revision);
    const relations = await transaction.query<{ target: string }[]>('SELECT target FROM record_relation WHERE source_id = $1', [
      stored!.id,
    ]);
    await this.repository.withdraw(transaction, stored!.id, reason);
    const change: Change = { recordId: stored!.id, action: 'withdrawn', reason };
    await this.changes.record(
      transaction,
      [change],
      relations.map(({ target }) => target),
      context,
    );
    return stored!.revision + 1;
  }

  /**
   * Writes one draft as a part of a larger change: a new record when `revision` is null, else on top of that revision.
   * @throws AppError CONFLICT, GONE, NOT_FOUND, PRECONDITION_FAILED, VALIDATION_FAILED; the transaction must then end
   */
  async writeWithin(transaction: Transaction, draft: Draft, revision: number | null, context: WriteContext): Promise<WriteOutcome> {
    try {
      const [outcome] = await this.upsertTogether(
        transaction,
        [draft],
        context,
        revision === null ? assertNew : (stored) => assertCurrent(stored, draft.kind, draft.input.identifier, revision),
      );
      return outcome!;
    } catch (error) {
      throw asRefused(error, draft);
    }
  }

  private async single(
    draft: Draft,
    context: WriteContext,
    precondition: (stored: StoredState | undefined) => void,
  ): Promise<WriteOutcome> {
    try {
      const [outcome] = await inTransaction(this.source, (transaction) => this.upsertTogether(transaction, [draft], context, precondition));
      return outcome!;
    } catch (error) {
      throw asRefused(error, draft);
    }
  }

  private async upsertTogether(
    transaction: Transaction,
    drafts: readonly Draft[],
    context: WriteContext,
    precondition?: (stored: StoredState | undefined) => void,
  ): Promise<WriteOutcome[]> {
    const normal = drafts.map((draft) => normalise(draft, this.vocabulary));
    if (normal.some(({ relations }) => relations.length > 0)) await this.repository.lockRelations(transaction);
    const stored = new Map(
      (
        await this.repository.lock(
          transaction,
          normal.flatMap(({ identifier, relations }) => [identifier, ...relations.map(({ target }) => target)]),
        )
      ).map((state) => [state.identifier, state]),
    );
    if (precondition) precondition(stored.get(normal[0]!.identifier));
    for (const record of normal) assertWritable(record, stored.get(record.identifier));

    const changed = normal.filter((record) => stored.get(record.identifier)?.inputHash !== record.inputHash);
    const prepared = await this.withDepartments(transaction, changed, stored);
    const created = prepared.filter((record) => !record.stored);
    const updated = prepared.filter((record) => record.stored);
    const ids = await this.repository.insert(transaction, created);
    const taken = created.find(({ identifier }) => !ids.has(identifier));
    if (taken)
      throw new Refusal(taken.identifier, 'CONFLICT', [
        { field: 'identifier', message: `标识符“${taken.identifier}”刚被另一次写入使用，请重试` },
      ]);
    await this.repository.update(transaction, updated);
    for (const { identifier, stored: state } of updated) ids.set(identifier, state!.id);

    const targets = await this.relate(transaction, prepared, ids);
    const changes = prepared.map((record): Change => ({
      recordId: ids.get(record.identifier)!,
      action: record.stored ? 'updated' : 'created',
      reason: null,
    }));
    await this.changes.record(transaction, changes, targets, context);
    return normal.map((record) => outcomeOf(record, stored.get(record.identifier), ids.get(record.identifier)));
  }

  private async withDepartments(
    transaction: Transaction,
    records: readonly NormalRecord[],
    stored: Map<string, StoredState>,
  ): Promise<PreparedRecord[]> {
    const named = (record: NormalRecord): NamedDepartment[] => {
      const regionLabel = record.region === null ? null : this.vocabulary.fullLabel('region', record.region);
      return record.organizations.map((name) => ({ name, regionLabel, regionCode: record.region }));
    };
    const codeOf = await this.departments.resolve(transaction, records.flatMap(named));
    return records.map((record) => {
      const [department, ...others] = [...new Set(named(record).map(codeOf))];
      return { ...record, department: department ?? null, coDepartments: others, stored: stored.get(record.identifier) };
    });
  }

  private async relate(transaction: Transaction, records: readonly PreparedRecord[], ids: Map<string, string>): Promise<string[]> {
    const concerned = records.filter(({ relations, stored }) => relations.length > 0 || stored);
    if (concerned.length === 0) return [];
    const targets = await this.repository.replaceRelations(
      transaction,
      new Map(concerned.map(({ identifier, relations }) => [ids.get(identifier)!, relations])),
    );
    const sources = concerned.filter(({ relations }) => relations.length > 0).map(({ identifier }) => identifier);
    const cycle = sources.length > 0 ? await this.repository.findCycle(transaction, sources, ACYCLIC_TYPES) : undefined;
    if (cycle) {
      const label = RELATION_LABELS[cycle.type as RelationType].forward;
      throw new Refusal(cycle.identifier, 'VALIDATION_FAILED', [
        { field: 'relations', message: `“${label}”关系成环：“${cycle.identifier}”最终指向了自己，请检查关系的对象` },
      ]);
    }
    return targets;
  }
}

function assertWritable(record: NormalRecord, stored: StoredState | undefined): void {
  const { identifier } = record;
  if (stored?.status === 'withdrawn')
    throw new Refusal(identifier, 'GONE', [{ field: 'identifier', message: `“${identifier}”已撤回，标识符不再使用，请换一个` }]);
  if (stored && stored.kind !== record.kind) {
    throw new Refusal(identifier, 'CONFLICT', [{ field: 'kind', message: `“${identifier}”已是另一种记录，种类不能改变` }]);
  }
  const seen = new Set<string>();
  record.relations.forEach(({ type, target }, index) => {
    if (target === identifier)
      throw new Refusal(identifier, 'VALIDATION_FAILED', [{ field: `relations[${index}].target`, message: '记录不能与自己建立关系' }]);
    if (seen.has(`${type} ${target}`))
      throw new Refusal(identifier, 'VALIDATION_FAILED', [{ field: `relations[${index}]`, message: '同一关系重复出现' }]);
    seen.add(`${type} ${target}`);
  });
}

function assertNew(stored: StoredState | undefined): void {
  if (stored)
    throw new Refusal(stored.identifier, 'CONFLICT', [
      { field: 'identifier', message: `标识符“${stored.identifier}”已被使用，请换一个，或修改原记录` },
    ]);
}

function assertCurrent(stored: StoredState | undefined, kind: string, identifier: string, revision: number): void {
  if (!stored || stored.kind !== kind) throw unknownRecord(identifier);
  if (stored.status === 'withdrawn') throw gone(identifier);
  if (stored.revision !== revision) {
    throw new AppError('PRECONDITION_FAILED', `记录已被修改：现为第 ${stored.revision} 次修订，请重新读取后再提交。`, {
      english: `The record has changed; its current revision is ${stored.revision}. Read it again and repeat the change.`,
      fields: [{ field: 'If-Match', message: `当前修订号为 ${stored.revision}` }],
    });
  }
}

const gone = (identifier: string) =>
  new AppError('GONE', `“${identifier}”已撤回，不能再修改。`, { english: `The record ${identifier} was withdrawn.` });

function outcomeOf(record: NormalRecord, stored: StoredState | undefined, id: string | undefined): WriteOutcome {
  const { identifier, warnings } = record;
  if (id === undefined) return { result: 'unchanged', identifier, recordId: stored!.id, revision: stored!.revision, warnings };
  return { result: stored ? 'updated' : 'created', identifier, recordId: id, revision: (stored?.revision ?? 0) + 1, warnings };
}

/** What constraints of the database say in other words. */
const CONSTRAINTS: Record<string, { code: Refusal['code']; error: FieldError }> = {
  record_resource_code: { code: 'CONFLICT', error: { field: 'resourceCode', message: '信息资源代码已被另一条记录使用，请核对' } },
  // Marks that draw nothing do not count for the validator.
  record_identifier_check: { code: 'VALIDATION_FAILED', error: { field: 'identifier', message: '最多 200 个字符' } },
};

/** What the caller is told of a refused draft; anything else as it is. */
function asRefused(error: unknown, draft: Draft): unknown {
  const refusal = refusalOf(error, [draft]);
  return refusal ? new AppError(refusal.code, `${refusal.message}。`, { fields: refusal.errors }) : error;
}

/** A refusal of ours, or of the database. */
function refusalOf(error: unknown, drafts: readonly Draft[]): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const constraint = violatedConstraint(error);
  const refused = constraint === undefined ? undefined : CONSTRAINTS[constraint];
  return refused && new Refusal(drafts[0]!.input.identifier, refused.code, [refused.error]);
}
