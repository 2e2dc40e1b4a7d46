import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { inTransaction } from '../../platform/database/index.js';
import { OutboxDispatcher } from '../../platform/outbox/index.js';
import { VocabularyService } from '../../vocabulary/index.js';
import { CurrentCalendar } from '../calendar/current-calendar.js';
import { Notifier } from '../notice/notifier.js';
import { RECORD_CHANGED } from '../write/change-log.js';
import { cycleDaysOf } from './cycle-days.js';
import { dutiesOf } from './duty-rule.js';
import { DUTY_LABELS, type DutyKind } from './duty.entity.js';
import { DutyRepository } from './duty.repository.js';

const PAGE = 500;

const SETTLED: Record<DutyKind, string> = {
  staleDataset: '已更新',
  nonDisclosedReview: '已不属于不予公开',
  interpretationMissing: '已有解读，或已不需要',
};

/** Finds the duties of every record at night, and ends those whose reason is gone as soon as a record changes. */
@Injectable()
export class DutyKeeper implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly duties: DutyRepository,
    private readonly calendars: CurrentCalendar,
    private readonly vocabulary: VocabularyService,
    private readonly notifier: Notifier,
    private readonly outbox: OutboxDispatcher,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.consumer('duties', async (messages) => {
      const changed = messages.filter(({ topic }) => topic === RECORD_CHANGED).map(({ recordId }) => recordId);
      const concerned = changed.length > 0 ? await this.duties.concerned(changed) : [];
      if (concerned.length > 0) await this.settle(concerned);
    });
  }

  /** The night's run, page by page; the same day again finds nothing new. Answers how many duties it opened. */
  async run(): Promise<number> {
    await this.calendars.refresh();
    await this.settleAll();
    const opened = await this.openAll();
    await this.tell();
    return opened;
  }

  /** Ends those open duties of the records that do not hold any more. */
  async settle(identifiers: readonly string[]): Promise<void> {
    await inTransaction(this.source, async (transaction) => {
      const open = await this.duties.lockOpen(transaction, identifiers);
      const subjects = new Map((await this.duties.subjects(transaction, identifiers)).map((subject) => [subject.identifier, subject]));
      for (const duty of open) {
        const subject = subjects.get(duty.identifier);
        // Looked at without what was completed: a duty that is open stays while its reason does.
        if (subject && this.dutiesOf({ ...subject, completed: {} }).some(({ kind }) => kind === duty.kind)) continue;
        if (subject && duty.kind === 'nonDisclosedReview' && this.dutiesOf(subject).some(({ kind }) => kind === duty.kind)) continue;
        const resolution = subject ? SETTLED[duty.kind] : '记录已撤回';
        await this.duties.resolve(transaction, { ...duty, resolvedAt: this.clock.now(), resolution, resolvedBy: 'schedule' });
      }
    });
  }

  private async settleAll(): Promise<void> {
    for (let after = ''; ;) {
      const identifiers = await this.duties.openIdentifiers(after, PAGE);
      const last = identifiers.at(-1);
      if (last === undefined) return;
      await this.settle(identifiers);
      after = last;
    }
  }

  private async openAll(): Promise<number> {
    const since = this.clock.today();
    let opened = 0;
    for (let after = '0'; ;) {
      const subjects = await this.duties.subjectsAfter(after, PAGE);
      const last = subjects.at(-1);
      if (last === undefined) return opened;
      const found = subjects.flatMap((subject) => {
        const { department, identifier } = subject;
        return this.dutiesOf(subject).map((duty) => ({ ...duty, department, identifier, since }));
      });
      opened += await inTransaction(this.source, (transaction) => this.duties.open(transaction, found));
      after = last.recordId;
    }
  }

  /** One notice for each kind and department, not one for each record. */
  private async tell(): Promise<void> {
    const today = this.clock.today();
    const found = await this.duties.foundOn(today);
    await inTransaction(this.source, (transaction) =>
      this.notifier.tell(
        transaction,
        found.map(({ department, kind, count, title, dueOn }) => ({
          kind: 'duty' as const,
          key: `duty:${kind}:${department}:${today}`,
          subject: `${DUTY_LABELS[kind]}：${title}${count > 1 ? ` 等 ${count} 项` : ''}`,
          text: `${today} 检查发现 ${count} 项，请在“通知”页查看并办理。`,
          link: '/workbench/notices',
          dueOn,
          to: { role: 'editor' as const, department },
        })),
      ),
    );
  }

  private dutiesOf(subject: Parameters<typeof dutiesOf>[0]) {
    return dutiesOf(subject, this.clock.today(), this.calendars.calendar, cycleDaysOf(this.vocabulary));
  }
}
