import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { documentNumberKey } from '../../kernel/identifier/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { CurrentCalendar } from '../calendar/current-calendar.js';
import type { Draft } from '../write/draft.js';
import { declaredStart, earliest, sayInherited, sayMoved } from './clock-start.js';
import { dueOf, workingDaysOf } from './disclosure-clock.js';
import type { SubmissionRow } from './submission.entity.js';
import { SubmissionRepository } from './submission.repository.js';

type Clocked = 'formedOn' | 'countedFrom' | 'documentKey' | 'dueOn' | 'dueCertain';

/** The period of a submission (条例 Art. 26): it runs from the earliest day ever declared, and begins anew only when somebody signs that. */
@Injectable()
export class SubmissionClock {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly calendars: CurrentCalendar,
    private readonly clock: Clock,
  ) {}

  /** The day that is declared, if it can be one. @throws AppError VALIDATION_FAILED */
  declared(formedOn: string | null | undefined): string | undefined {
    return declaredStart(formedOn, this.clock.today());
  }

  /** Starts the period of something new; answers what the first step has to say of it. */
  async start(
    transaction: Transaction,
    begun: Omit<SubmissionRow, Clocked>,
    formedOn: string | undefined,
  ): Promise<{ row: SubmissionRow; said: string | null }> {
    const publishes = begun.action === 'publish';
    const documentKey = publishes ? keyOf(begun) : null;
    const known = publishes ? await this.submissions.unfinishedStart(transaction, { ...begun, documentKey }) : null;
    const declared = formedOn ?? known ?? this.clock.today();
    const row: SubmissionRow = {
      ...begun,
      documentKey,
      formedOn: declared,
      countedFrom: earliest(declared, known),
      dueOn: '',
      dueCertain: false,
    };
    await this.setDue(transaction, row);
    return { row, said: known && sayInherited(row.countedFrom) };
  }

  /** Follows a change of the content and of the declared day; answers what the step has to say of it. */
  async follow(transaction: Transaction, row: SubmissionRow, formedOn: string | undefined): Promise<string | undefined> {
    const before = row.formedOn;
    const documentKey = keyOf(row);
    // Under another number, it may be what somebody began before.
    const known = documentKey === row.documentKey ? null : await this.submissions.unfinishedStart(transaction, { ...row, documentKey });
    row.documentKey = documentKey;
    row.formedOn = formedOn ?? before;
    row.countedFrom = earliest(row.formedOn, row.countedFrom, known);
    await this.setDue(transaction, row);
    return sayMoved(before, row.formedOn, row.countedFrom);
  }

  /** Takes the declared day as the start, because whoever signs accepts it; answers what the step has to say, if that changes anything. */
  async accept(transaction: Transaction, row: SubmissionRow): Promise<string | undefined> {
    if (row.formedOn <= row.countedFrom) return undefined;
    const before = row.dueOn;
    row.countedFrom = row.formedOn;
    await this.setDue(transaction, row);
    return `签发认可形成或变更日期 ${row.formedOn}，公开期限由 ${before} 改为 ${row.dueOn}`;
  }

  private async setDue(transaction: Transaction, row: SubmissionRow): Promise<void> {
    Object.assign(row, dueOf(row.countedFrom, workingDaysOf(row), await this.calendars.within(transaction)));
  }
}

/** Its document number in the form in which numbers are compared; null for a draft without one. */
function keyOf({ kind, content }: Pick<SubmissionRow, 'kind' | 'content'>): string | null {
  const number = kind === 'document' ? (content as Extract<Draft, { kind: 'document' }>['input']).documentNumber : null;
  return number?.trim() ? documentNumberKey(number) : null;
}
