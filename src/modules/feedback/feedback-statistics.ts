import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { FeedbackFigure, FeedbackFigureFilter } from './feedback-figure.js';
import { FeedbackFigureRepository } from './feedback-figure.repository.js';

/** The figures of answering, by month of submission, department and kind. */
@Injectable()
export class FeedbackStatistics {
  constructor(
    private readonly figures: FeedbackFigureRepository,
    private readonly clock: Clock,
  ) {}

  months(filter: FeedbackFigureFilter = {}): Promise<FeedbackFigure[]> {
    return this.figures.months(filter, this.clock.today());
  }
}
