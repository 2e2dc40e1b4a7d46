import { Injectable } from '@nestjs/common';
import { cycleDaysOf, recordUrl } from '../../catalog/index.js';
import { VocabularyService } from '../../vocabulary/index.js';
import type { Counted } from '../figure/counted.js';
import type { Departments, FigureRecord, FigureSource, RecordsWanted } from '../figure/figure-source.js';
import { type Cycles, judgeDataset, updateDueOn } from './dataset-rule.js';
import { DatasetRepository } from './dataset.repository.js';

/** Five-star open data: from two stars on, a machine can read it. */
const READABLE_STARS = 2;

/** Datasets: how fresh and how open they are. */
@Injectable()
export class DatasetFigures implements FigureSource {
  readonly subject = 'dataset';
  readonly ofCatalog = true;

  constructor(
    private readonly datasets: DatasetRepository,
    private readonly vocabulary: VocabularyService,
  ) {}

  async count(today: string, departments?: Departments): Promise<Counted[]> {
    const cycles = this.cycles();
    const groups = await this.datasets.groups(this.readableFormats(), departments);
    return groups.map((group) => {
      const { key, department, count } = group;
      return { key, department, count, ...judgeDataset(group, today, cycles) };
    });
  }

  async list(wanted: RecordsWanted): Promise<FigureRecord[]> {
    const cycles = this.cycles();
    const found = await this.datasets.list(this.readableFormats(), wanted);
    return found.map((dataset) => {
      const { id, identifier, title, department, changedOn, openness, updateCycle } = dataset;
      const said = [
        openness && this.vocabulary.label('openness', openness),
        updateCycle && this.vocabulary.label('updateCycle', updateCycle),
      ];
      return {
        ...{ position: id, subject: this.subject, identifier, title, url: recordUrl('dataset', identifier), department },
        ...{ startedOn: changedOn, dueOn: updateDueOn(dataset, cycles) ?? null, doneOn: null, workingDays: null },
        detail: said.filter(Boolean).join('，') || null,
      };
    });
  }

  private cycles(): Cycles {
    const known = this.vocabulary.table('updateCycle').items.map(({ code }) => code);
    return { days: cycleDaysOf(this.vocabulary), known: new Set(known) };
  }

  private readableFormats(): string[] {
    return this.vocabulary.table('format').items.flatMap(({ code, attributes }) => {
      const stars = attributes?.stars;
      return typeof stars === 'number' && stars >= READABLE_STARS ? [code] : [];
    });
  }
}
