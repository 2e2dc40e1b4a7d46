import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AppError } from '../../kernel/app-error.js';
import { VocabularyService } from '../../vocabulary/index.js';
import type { Rule } from '../gate/finding.js';
import { STANDING_RULES } from '../gate/scan-content.js';
import { holdsWhatWasRemoved } from '../gate/since-removed.js';
import { GateWordService } from '../gate/word/gate-word.service.js';
import { wordRules } from '../gate/word/word-rules.js';
import type { InputFields } from '../record/input-of.js';
import type { RecordKind } from '../record/record.entity.js';
import { unknownRecord } from '../record/unknown-record.js';
import type { Draft } from '../write/draft.js';
import type { RevisionRow } from '../write/revision.entity.js';
import { inputOfRevision } from './declared-input.js';
import { HistoryRepository, type HistorySubject } from './history.repository.js';

/** A revision as everybody may read it: never who wrote it. */
export interface PublicRevision {
  revision: number;
  action: string;
  reason: string | null;
  createdAt: Date;
  /** Names of the fields that it changed against the one before; undefined for the first that is listed. */
  changed: string[] | undefined;
  /** What it said; undefined when today's gate would not let it be published and it no longer stands in the record. */
  input: InputFields | undefined;
}

/** One page of them, newest first. */
export interface PublicRevisions {
  newest: number;
  revisions: PublicRevision[];
  /** Continue with revisions before this one. */
  next: number | undefined;
}

/** Revisions on a page: each is read whole and looked through. */
const PAGE = 20;
const REMEMBERED = 5_000;

interface GateOfToday {
  rules: readonly Rule[];
  state: string;
}

/** How a published record became what it is, as far as everybody may see it: since it was last published, and nothing that had to be taken out. */
@Injectable()
export class PublicHistory {
  /** Revisions do not change, so they are looked through once for one word list and one newest revision. */
  private readonly seen = new LRUCache<string, boolean>({ max: REMEMBERED });

  constructor(
    private readonly repository: HistoryRepository,
    private readonly words: GateWordService,
    private readonly vocabulary: VocabularyService,
  ) {}

  /** In a few characters what else than the record decides what is shown: the word list of the gate. */
  async state(): Promise<string> {
    return (await this.gate()).state;
  }

  /** Newest first, from `before` downwards. @throws AppError NOT_FOUND also for a record that is withdrawn */
  async list(identifier: string, kind: RecordKind, before?: number): Promise<PublicRevisions> {
    const subject = await this.subject(identifier, kind);
    const rows = await this.repository.sinceWithdrawal(subject.id, { before, limit: PAGE + 1 });
    const shown = await this.presented(subject, rows.slice(0, PAGE));
    const inputs = rows.map((row) => this.inputOf(row));
    return {
      newest: subject.revision,
      revisions: shown.map((each, index) => ({ ...each, changed: inputs[index + 1] && changedFields(inputs[index]!, inputs[index + 1]!) })),
      next: rows.length > PAGE ? rows[PAGE - 1]!.revision : undefined,
    };
  }

  /** Some revisions in the order asked for. @throws AppError NOT_FOUND for one that there is not, or that is not for everybody */
  async some(identifier: string, kind: RecordKind, wanted: readonly number[]): Promise<PublicRevision[]> {
    const subject = await this.subject(identifier, kind);
    const rows = await this.repository.sinceWithdrawal(subject.id, { only: wanted, limit: wanted.length });
    const shown = new Map((await this.presented(subject, rows)).map((each) => [each.revision, each]));
    return wanted.map((revision) => {
      const one = shown.get(revision);
      if (one) return one;
      throw new AppError('NOT_FOUND', `“${identifier}”没有公开的第 ${String(revision)} 次修订，请在修订列表中选择。`, {
        english: `${identifier} has no public revision ${String(revision)}.`,
      });
    });
  }

  private async subject(identifier: string, kind: RecordKind): Promise<HistorySubject> {
    const subject = await this.repository.subject(identifier);
    if (!subject || subject.kind !== kind || subject.status !== 'published') throw unknownRecord(identifier);
    return subject;
  }

  private async presented({ id, kind, revision: newest }: HistorySubject, rows: readonly RevisionRow[]): Promise<PublicRevision[]> {
    const gate = await this.gate();
    const present = rows.find(({ revision }) => revision === newest) ?? (await this.repository.whole(id, [newest]))[0];
    return rows.map((row) => {
      const { revision, action, reason, createdAt } = row;
      const hidden = present !== undefined && revision !== newest && this.hidden(`${id} ${String(newest)}`, kind, row, present, gate);
      return { revision, action, reason, createdAt, changed: undefined, input: hidden ? undefined : this.inputOf(row) };
    });
  }

  private hidden(key: string, kind: RecordKind, old: RevisionRow, present: RevisionRow, { rules, state }: GateOfToday): boolean {
    const place = `${key} ${String(old.revision)} ${state}`;
    const known = this.seen.get(place);
    if (known !== undefined) return known;
    const draft = (row: RevisionRow) => ({ kind, input: this.inputOf(row) }) as unknown as Draft;
    const verdict = holdsWhatWasRemoved(draft(old), draft(present), rules);
    this.seen.set(place, verdict);
    return verdict;
  }

  private inputOf(row: RevisionRow): InputFields {
    return inputOfRevision(row, this.vocabulary);
  }

  private async gate(): Promise<GateOfToday> {
    const entries = await this.words.entries();
    const said = entries.map(({ word, severity }) => `${word} ${severity}`).join('\n');
    return {
      rules: [...STANDING_RULES, ...wordRules(entries)],
      state: createHash('sha256').update(said).digest('base64url').slice(0, 12),
    };
  }
}

/** Names of fields whose content differs; a field that is empty is as one that is absent. Pure. */
export function changedFields(after: InputFields, before: InputFields): string[] {
  const said = (value: unknown) => (Array.isArray(value) && value.length === 0 ? undefined : (value ?? undefined));
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].filter(
    (name) => !isDeepStrictEqual(said(after[name]), said(before[name])),
  );
}
