import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditRepository, entryWithoutRevision } from '../../../audit/index.js';
import type { ActingContext } from '../../../identity/index.js';
import { AppError } from '../../../kernel/app-error.js';
import { Clock } from '../../../kernel/clock.js';
import { inTransaction } from '../../../platform/database/index.js';
import type { GateWord, GateWordInput } from './gate-word.model.js';
import { GateWordRepository } from './gate-word.repository.js';
import { type GateWordEntry, gateWords } from './word-rules.js';

/** The word list of the gate as data; every change is in the audit log and counts from the next check on. */
@Injectable()
export class GateWordService {
  constructor(
    private readonly source: DataSource,
    private readonly words: GateWordRepository,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** The words the gate looks for now. */
  async entries(): Promise<GateWordEntry[]> {
    return gateWords(await this.words.list());
  }

  async list(): Promise<GateWord[]> {
    return (await this.entries()).map(({ updatedBy = null, updatedAt, ...entry }) => ({
      ...entry,
      updatedBy,
      updatedAt: updatedAt?.toISOString() ?? null,
    }));
  }

  async set({ word, severity, suggestion, note }: GateWordInput, context: ActingContext): Promise<void> {
    const row = { word, severity, suggestion: suggestion ?? null, note: note ?? null };
    await inTransaction(this.source, async (transaction) => {
      await this.words.set(transaction, { ...row, updatedBy: context.actor.name, updatedAt: this.clock.now() });
      await this.audit.append(transaction, [event('gateWord.set', `${word} ${severity}`, context)]);
    });
  }

  /** Forgets what was set; a built-in word counts again as it came. @throws AppError NOT_FOUND */
  async remove(word: string, context: ActingContext): Promise<void> {
    await inTransaction(this.source, async (transaction) => {
      if (!(await this.words.remove(transaction, word)))
        throw new AppError('NOT_FOUND', `用词表中没有设置过“${word}”。`, { english: `Nothing is set for "${word}".` });
      await this.audit.append(transaction, [event('gateWord.removed', word, context)]);
    });
  }
}

const event = (action: string, objectId: string, { actor, requestId }: ActingContext) =>
  entryWithoutRevision({ actor: actor.name, action, objectType: 'gateWord', objectId, requestId });
