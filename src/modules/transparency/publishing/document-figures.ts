import { Injectable } from '@nestjs/common';
import { CurrentCalendar, recordUrl } from '../../catalog/index.js';
import type { Counted } from '../figure/counted.js';
import type { Departments, FigureRecord, FigureSource, RecordsWanted } from '../figure/figure-source.js';
import { judgeDocument, periodOf } from './publishing-rule.js';
import { PublishingRepository } from './publishing.repository.js';

/** Documents, and whether they were published in time. */
@Injectable()
export class DocumentFigures implements FigureSource {
  readonly subject = 'document';
  readonly ofCatalog = true;

  constructor(
    private readonly documents: PublishingRepository,
    private readonly calendars: CurrentCalendar,
  ) {}

  async count(_today: string, departments?: Departments): Promise<Counted[]> {
    const groups = await this.documents.groups(departments);
    return groups.map((group) => {
      const { key, department, count } = group;
      return { key, department, count, ...judgeDocument(group, this.calendars.calendar) };
    });
  }

  async list(wanted: RecordsWanted): Promise<FigureRecord[]> {
    const found = await this.documents.list(wanted);
    return found.map((document) => {
      const { id, identifier, title, department, writtenOn, publishedOn } = document;
      const period = periodOf(document, this.calendars.calendar);
      return {
        ...{ position: id, subject: this.subject, identifier, title, url: recordUrl('document', identifier), department },
        ...{ startedOn: writtenOn, dueOn: period?.dueOn ?? null, doneOn: publishedOn, workingDays: period?.days ?? null, detail: null },
      };
    });
  }
}
