import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ActingContext, type Actor, demand, departmentsFor } from '../../identity/index.js';
import { AppError, invalidField } from '../../kernel/app-error.js';
import { Clock } from '../../kernel/clock.js';
import { inTransaction, type Transaction } from '../../platform/database/index.js';
import { demandReasons, demandWord } from '../gate/demand-reasons.js';
import { VocabularyService } from '../../vocabulary/index.js';
import { PublicationGate } from '../gate/publication-gate.js';
import { unknownRecord } from '../record/unknown-record.js';
import type { Draft, WriteContext } from '../write/draft.js';
import { findingOfStart } from './clock-start.js';
import { DraftOwnership } from './draft-ownership.js';
import { joinedBy } from './participation.js';
import { SubmissionClock } from './submission-clock.js';
import { SubmissionPublisher } from './submission-publisher.js';
import { type StepWords, SubmissionLog } from './submission-log.js';
import { STATE_LABELS, targetOf, type Transition, TRANSITIONS } from './submission-state.js';
import { SubmissionRow } from './submission.entity.js';
import { type SubmissionConditions, type SubmissionFilter, SubmissionRepository } from './submission.repository.js';

const ACTIVE: Record<Transition, string> = {
  save: 'saved',
  submit: 'submitted',
  discard: 'discarded',
  pass: 'passed',
  returnByReviewer: 'returned',
  approve: 'approved',
  returnByApprover: 'returned',
};

/** From a draft to the published record, by different people, each step on record. Nothing here is seen outside the department before it is published. */
@Injectable()
export class WorkflowService {
  constructor(
    private readonly source: DataSource,
    private readonly submissions: SubmissionRepository,
    private readonly publisher: SubmissionPublisher,
    private readonly ownership: DraftOwnership,
    private readonly log: SubmissionLog,
    private readonly gate: PublicationGate,
    private readonly vocabulary: VocabularyService,
    private readonly clocks: SubmissionClock,
    private readonly clock: Clock,
  ) {}

  /** Begins a new record, or a change of a published one. @throws AppError CONFLICT, FORBIDDEN, GONE, VALIDATION_FAILED */
  async create(
    draft: Draft,
    { department: given, formedOn, reason }: { department?: string | null; formedOn?: string | null; reason?: string | null },
    context: ActingContext,
  ): Promise<SubmissionRow> {
    const department = await this.ownership.departmentOf(given, context.actor);
    const base = await this.ownership.baseOf(draft.kind, draft.input.identifier, department);
    await this.ownership.assertOwner(draft, department);
    return this.begin(
      {
        action: 'publish',
        kind: draft.kind,
        identifier: draft.input.identifier,
        title: draft.input.title,
        content: draft.input,
        department,
        reason: reason ?? null,
      },
      base,
      this.clocks.declared(formedOn),
      context,
    );
  }

  /** Begins the withdrawal of a published record; the reason will be shown to everyone. */
  async proposeWithdrawal(identifier: string, reason: string, context: ActingContext): Promise<SubmissionRow> {
    const record = await this.submissions.recordState(identifier);
    if (!record) throw unknownRecord(identifier);
    if (record.status === 'withdrawn')
      throw new AppError('GONE', `“${identifier}”已经撤回。`, { english: `${identifier} is withdrawn already.` });
    const department = record.department ?? '';
    demand(context.actor, 'submission.write', { department });
    const subject = {
      action: 'withdraw' as const,
      kind: record.kind as Draft['kind'],
      identifier,
      title: `撤回 ${identifier}`,
      content: {},
      department,
      reason,
    };
    return this.begin(subject, record.revision, undefined, context);
  }

  /** @throws AppError NOT_FOUND, also for those of other departments: that they exist is nobody's business */
  async get(id: string, actor: Actor): Promise<SubmissionRow> {
    return this.visible(id, actor, (known) => this.submissions.find(known));
  }

  steps(id: string) {
    return this.submissions.steps(id);
  }

  list(filter: SubmissionFilter, actor: Actor): Promise<SubmissionRow[]> {
    return this.submissions.list({ ...filter, departments: departmentsRead(filter.departments, actor) });
  }

  count(conditions: SubmissionConditions, actor: Actor): Promise<number> {
    return this.submissions.count({ ...conditions, departments: departmentsRead(conditions.departments, actor) });
  }

  /** What is under way of some records, by identifier; of others' departments nothing. */
  async underWay(identifiers: readonly string[], actor: Actor): Promise<Map<string, SubmissionRow>> {
    const departments = departmentsFor(actor, 'submission.read');
    const rows = (await this.submissions.underWay(identifiers)).filter(
      ({ department }) => !departments || departments.includes(department),
    );
    return new Map(rows.map((row) => [row.identifier, row]));
  }

  /** Replaces the content of a draft. */
  async save(id: string, version: number, draft: Draft, formedOn: string | null, context: ActingContext): Promise<SubmissionRow> {
    const before = await this.get(id, context.actor);
    if (before.kind !== draft.kind || before.identifier !== draft.input.identifier)
      throw invalidField('identifier', '稿件的种类和标识符不能改变；请另起一份稿件');
    await this.ownership.assertOwner(draft, before.department);
    const words: StepWords = {};
    const declared = this.clocks.declared(formedOn);
    return this.step(id, version, 'save', words, context, async (row, transaction) => {
      Object.assign(row, { content: draft.input, title: draft.input.title });
      words.opinion = await this.clocks.follow(transaction, row, declared);
      await this.joinWriter(transaction, row, context.actor);
    });
  }

  /** Hands a draft to the secrecy review, if it is complete and bears no secrecy mark; other findings need a word to the reviewer. */
  async submit(id: string, version: number, wordToReviewer: string | null, context: ActingContext): Promise<SubmissionRow> {
    // Looked through before anything is locked: the version tells whether it is still the same.
    const before = await this.get(id, context.actor);
    const { errors, findings } = await (before.action === 'publish'
      ? this.gate.check(draftOf(before), before.reason)
      : this.gate.checkWithdrawal(before.reason));
    return this.step(id, version, 'submit', { opinion: wordToReviewer }, context, async (row, transaction) => {
      if (before.version !== row.version) throw stale(row.version);
      if (errors.length > 0)
        throw new AppError('VALIDATION_FAILED', `稿件还不完整：${errors.map(({ message }) => message).join('；')}。`, { fields: errors });
      row.findings = [...findings, ...findingOfStart(row)];
      await this.joinWriter(transaction, row, context.actor);
      demandWord(row.findings, wordToReviewer);
      row.returned = false;
    });
  }

  /** The secrecy review (先审查、后公开). To pass, each blocking finding needs a reason. */
  async review(id: string, version: number, pass: boolean, words: StepWords, context: ActingContext): Promise<SubmissionRow> {
    words.basis?.forEach((code, index) => {
      if (!this.vocabulary.item('nonDisclosureBasis', code))
        throw invalidField(`basis[${index}]`, `没有依据代码“${code}”，可用的见 /api/v1/vocabularies/nonDisclosureBasis`);
    });
    return this.step(id, version, pass ? 'pass' : 'returnByReviewer', words, context, (row) => {
      row.participants = joinedBy(row.participants, 'reviewed', [context.actor.participant]);
      if (!pass) return returned(row, words);
      demandReasons(row.findings, words.overrides ?? []);
    });
  }

  /** Signs: publishes at once, or at the hour given; or sends it back. */
  async approve(
    id: string,
    version: number,
    approved: boolean,
    publishAt: Date | null,
    words: StepWords,
    context: ActingContext,
  ): Promise<SubmissionRow> {
    const later = approved && publishAt !== null && publishAt > this.clock.now();
    return this.step(id, version, approved ? 'approve' : 'returnByApprover', words, context, async (row, transaction) => {
      row.scheduledFor = null;
      row.participants = joinedBy(row.participants, 'approved', [context.actor.participant]);
      if (!approved) return returned(row, words);
      const opinion = await this.clocks.accept(transaction, row);
      if (opinion) await this.log.note(transaction, row, 'dueMoved', { opinion }, writeContextOf(context));
      if (later) Object.assign(row, { state: 'scheduled', scheduledFor: publishAt });
      else row.publishedRevision = await this.publisher.publish(transaction, row, writeContextOf(context));
    });
  }

  discard(id: string, version: number, context: ActingContext): Promise<SubmissionRow> {
    return this.step(id, version, 'discard', {}, context, () => undefined);
  }

  private async begin(
    subject: Pick<SubmissionRow, 'action' | 'kind' | 'identifier' | 'title' | 'content' | 'department' | 'reason'>,
    baseRevision: number | null,
    formedOn: string | undefined,
    context: ActingContext,
  ): Promise<SubmissionRow> {
    const now = this.clock.now();
    const begun = {
      ...subject,
      id: randomUUID(),
      state: 'draft' as const,
      returned: false,
      version: 1,
      baseRevision,
      publishedRevision: null,
      author: context.actor.name,
      participants: [],
      findings: [],
      scheduledFor: null,
      createdAt: now,
      updatedAt: now,
    };
    return inTransaction(this.source, async (transaction) => {
      const { row, said } = await this.clocks.start(transaction, begun, formedOn);
      await this.joinWriter(transaction, row, context.actor);
      await this.submissions.insert(transaction, row);
      await this.log.note(transaction, row, 'created', { opinion: said }, writeContextOf(context));
      return row;
    });
  }

  /** Notes who wrote, and with them who brought the files that are attached now. */
  private async joinWriter(transaction: Transaction, row: SubmissionRow, { participant }: Actor): Promise<void> {
    row.participants = joinedBy(row.participants, 'wrote', [participant]);
    if (row.action !== 'publish') return;
    const uploaders = await this.ownership.uploadersOf(transaction, draftOf(row), row.department);
    row.participants = joinedBy(row.participants, 'uploaded', uploaders);
  }

  /** One step under the lock of the submission: right state, right version, right person; then the work, the step and the audit, all or nothing. */
  private async step(
    id: string,
    version: number,
    transition: Transition,
    words: StepWords,
    context: ActingContext,
    work: (row: SubmissionRow, transaction: Transaction) => Promise<void> | void,
  ): Promise<SubmissionRow> {
    const { from, to, needs, label } = TRANSITIONS[transition];
    return inTransaction(this.source, async (transaction) => {
      const row = await this.visible(id, context.actor, (known) => this.submissions.lock(transaction, known));
      demand(context.actor, needs, targetOf(transition, row));
      if (!(from as readonly string[]).includes(row.state))
        throw new AppError('CONFLICT', `稿件现在是“${STATE_LABELS[row.state]}”，不能${label}；请刷新查看。`, {
          english: `The submission is ${row.state}; it cannot take this step.`,
        });
      if (row.version !== version) throw stale(row.version);
      row.state = to;
      await work(row, transaction);
      await this.log.advance(transaction, row, ACTIVE[transition], words, writeContextOf(context));
      return row;
    });
  }

  /** The submission, unless it is of a department whose submissions the actor may not read. */
  private async visible(id: string, actor: Actor, find: (id: string) => Promise<SubmissionRow | null>): Promise<SubmissionRow> {
    const departments = departmentsFor(actor, 'submission.read');
    const row = UUID.test(id) ? await find(id) : null;
    if (!row || (departments && !departments.includes(row.department))) throw unknown(id);
    return row;
  }
}

/** Departments asked for, as far as the actor may read them; undefined means all. */
function departmentsRead(asked: readonly string[] | undefined, actor: Actor): readonly string[] | undefined {
  const readable = departmentsFor(actor, 'submission.read');
  return asked && readable ? asked.filter((code) => readable.includes(code)) : (asked ?? readable);
}

const writeContextOf = ({ actor, requestId }: ActingContext): WriteContext => ({ actor: actor.name, requestId });

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The draft that a submission holds. */
export const draftOf = ({ kind, content }: Pick<SubmissionRow, 'kind' | 'content'>): Draft => ({ kind, input: content }) as Draft;

function returned(row: SubmissionRow, { opinion }: StepWords): void {
  if (!opinion?.trim()) throw invalidField('opinion', '退回须写明意见');
  row.returned = true;
}

const stale = (version: number) =>
  new AppError('PRECONDITION_FAILED', `稿件已被修改：现为第 ${version} 版，请重新读取后再办理。`, {
    english: `The submission has changed; its version is ${version}.`,
    fields: [{ field: 'If-Match', message: `当前版本为 ${version}` }],
  });

const unknown = (id: string) => new AppError('NOT_FOUND', `没有编号为“${id}”的稿件。`, { english: `There is no submission ${id}.` });
