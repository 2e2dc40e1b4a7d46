import { Injectable } from '@nestjs/common';
import { recordUrl } from '../../catalog/index.js';
import { FEEDBACK_KIND_LABELS, FEEDBACK_STATE_LABELS } from '../../feedback/index.js';
import type { Counted } from '../figure/counted.js';
import type { FigureRecord, FigureSource, RecordsWanted } from '../figure/figure-source.js';
import { judgeFeedback } from './feedback-rule.js';
import { FeedbackFigureRepository } from './feedback.repository.js';

/** Questions, corrections and examples about records, and whether the department answered in time. */
@Injectable()
export class FeedbackFigures implements FigureSource {
  readonly subject = 'feedback';
  readonly ofCatalog = false;

  constructor(private readonly feedback: FeedbackFigureRepository) {}

  async count(today: string): Promise<Counted[]> {
    const groups = await this.feedback.groups();
    return groups.map((group) => {
      const { key, department, count } = group;
      return { key, department, count, ...judgeFeedback(group, today) };
    });
  }

  async list(wanted: RecordsWanted): Promise<FigureRecord[]> {
    const found = await this.feedback.list(wanted);
    return found.map(({ id, kind, recordKind, identifier, title, department, state, submittedOn, dueOn, decidedOn }) => ({
      ...{ position: id, subject: this.subject, identifier, title, url: recordUrl(recordKind, identifier), department },
      ...{ startedOn: submittedOn, dueOn, doneOn: decidedOn, workingDays: null },
      detail: `${FEEDBACK_KIND_LABELS[kind]}，${FEEDBACK_STATE_LABELS[state]}`,
    }));
  }
}
