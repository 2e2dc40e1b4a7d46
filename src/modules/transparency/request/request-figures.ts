import { Injectable } from '@nestjs/common';
import { recordUrl } from '../../catalog/index.js';
import { STANDING_LABELS } from '../../data/index.js';
import type { Counted } from '../figure/counted.js';
import type { FigureRecord, FigureSource, RecordsWanted } from '../figure/figure-source.js';
import { judgeRequest } from './request-rule.js';
import { RequestRepository } from './request.repository.js';

/** Applications to use data that is open on conditions, and whether they were answered in time. */
@Injectable()
export class RequestFigures implements FigureSource {
  readonly subject = 'application';
  readonly ofCatalog = false;

  constructor(private readonly requests: RequestRepository) {}

  async count(today: string): Promise<Counted[]> {
    const groups = await this.requests.groups();
    return groups.map((group) => {
      const { key, department, count } = group;
      return { key, department, count, ...judgeRequest(group, today) };
    });
  }

  async list(wanted: RecordsWanted): Promise<FigureRecord[]> {
    const found = await this.requests.list(wanted);
    return found.map(({ id, identifier, title, department, state, submittedOn, dueOn, decidedOn }) => ({
      ...{ position: id, subject: this.subject, identifier, title, url: recordUrl('dataset', identifier), department },
      ...{ startedOn: submittedOn, dueOn, doneOn: decidedOn, workingDays: null, detail: STANDING_LABELS[state] },
    }));
  }
}
