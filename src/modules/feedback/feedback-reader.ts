import { Injectable } from '@nestjs/common';
import { tokenHash } from '../identity/index.js';
import { AppError } from '../kernel/app-error.js';
import { Clock } from '../kernel/clock.js';
import { FeedbackIntake } from './feedback-intake.js';
import type { FeedbackStatus, PublishedFeedback, PublishedFeedbackQuery } from './feedback.model.js';
import { FeedbackRepository } from './feedback.repository.js';
import { presentPublished, presentStatus } from './present-feedback.js';

/** As many as the page of a record shows. */
const SHOWN = 50;

/** What everybody, and whoever submitted something, reads. */
@Injectable()
export class FeedbackReader {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly intake: FeedbackIntake,
    private readonly clock: Clock,
  ) {}

  /** What is published about a record, the newest answer first. @throws AppError NOT_FOUND, GONE */
  async published(identifier: string, { kind, limit, offset }: PublishedFeedbackQuery): Promise<PublishedFeedback[]> {
    await this.intake.record(identifier);
    return (await this.feedback.published(identifier, kind, limit, offset)).map(presentPublished);
  }

  /** What the page of a record shows, which has read the record itself. */
  async shown(identifier: string): Promise<PublishedFeedback[]> {
    return (await this.feedback.published(identifier, undefined, SHOWN, 0)).map(presentPublished);
  }

  /** A short text that differs after every change of what is published about a record. */
  state(identifier: string): Promise<string> {
    return this.feedback.publishedState(identifier);
  }

  /** How it stands. @throws AppError NOT_FOUND */
  async status(token: string): Promise<FeedbackStatus> {
    return (await this.statusWithDepartment(token)).status;
  }

  /** The same with the code of the department that answers. @throws AppError NOT_FOUND */
  async statusWithDepartment(token: string): Promise<{ status: FeedbackStatus; department: string | null }> {
    const row = await this.feedback.findByToken(tokenHash(token));
    if (row) return { status: presentStatus(row, this.clock.today()), department: row.department };
    throw new AppError('NOT_FOUND', '没有这样的凭证，请检查网址是否抄写完整。', { english: 'There is no feedback with this token.' });
  }
}
