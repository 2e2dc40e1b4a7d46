import { Injectable } from '@nestjs/common';
import { type Actor, demand } from '../../identity/index.js';
import { AppError } from '../../kernel/app-error.js';
import { VocabularyService } from '../../vocabulary/index.js';
import type { InputFields } from '../record/input-of.js';
import { unknownRecord } from '../record/unknown-record.js';
import { inputOfRevision } from './declared-input.js';
import { type HistoryEntry, HistoryRepository, type HistorySubject } from './history.repository.js';

/** How a record of one's own department became what it is. */
@Injectable()
export class RecordHistory {
  constructor(
    private readonly repository: HistoryRepository,
    private readonly vocabulary: VocabularyService,
  ) {}

  /** @throws AppError NOT_FOUND, FORBIDDEN for records of other departments: who wrote what is nobody else's business */
  async of(identifier: string, actor: Actor): Promise<{ subject: HistorySubject; entries: HistoryEntry[] }> {
    const subject = await this.repository.subject(identifier);
    if (!subject) throw unknownRecord(identifier);
    demand(actor, 'submission.read', { department: subject.department });
    return { subject, entries: await this.repository.entries(subject.id) };
  }

  /** What the department gave at one revision. @throws AppError NOT_FOUND */
  async input(subject: HistorySubject, revision: number): Promise<InputFields> {
    const [found] = Number.isSafeInteger(revision) && revision < 2 ** 31 ? await this.repository.whole(subject.id, [revision]) : [];
    if (found) return inputOfRevision(found, this.vocabulary);
    throw new AppError('NOT_FOUND', `“${subject.identifier}”没有第 ${revision} 次修订，请在修订列表中选择。`, {
      english: `${subject.identifier} has no revision ${revision}.`,
    });
  }
}
