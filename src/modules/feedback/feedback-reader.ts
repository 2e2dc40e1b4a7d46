import { Injectable } from '@nestjs/common';
import { tokenHash } from '../identity/index.js';
import { AppError } from '../kernel/app-error.js';
import { Clock } from '../kernel/clock.js';
import { FeedbackIntake } from './feedback-intake.js';
import type { FeedbackStatus, PublishedFeedback, PublishedFeedbackQuery } from './feedback.model.js';
import { FeedbackRepository } from './feedback.repository.js';
import { presentPublished, presentStatus } from './present-feedback.js';

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
    const { id } = await this.intake.record(identifier);
    return (await this.feedback.published(id, kind, limit, offset)).map(presentPublished);
  }

  /** How it stands. @throws AppError NOT_FOUND */
  async status(token: string): Promise<FeedbackStatus> {
    const row = await this.feedback.findByToken(tokenHash(token));
    if (row) return presentStatus(row, this.clock.today());
    throw new AppError('NOT_FOUND', '没有这样的凭证，请检查网址是否抄写完整。', { english: 'There is no feedback with this token.' });
  }
}
