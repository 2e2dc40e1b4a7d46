import { Injectable } from '@nestjs/common';
import { CurrentCalendar } from '../../catalog/index.js';
import { ChangeService } from '../../data/index.js';
import { Clock } from '../../kernel/clock.js';
import { DatasetFigures } from '../dataset/dataset-figures.js';
import type { Counted } from '../figure/counted.js';
import type { Subject } from '../figure/figure.js';
import type { FigureRecord, FigureSource, RecordsWanted } from '../figure/figure-source.js';
import { FeedbackFigures } from '../feedback/feedback-figures.js';
import { DocumentFigures } from '../publishing/document-figures.js';
import { RequestFigures } from '../request/request-figures.js';
import { BookRepository } from './book.repository.js';

/** Everything that figures are made of, as it counts on a day. */
export interface Book {
  asOf: string;
  groups: ReadonlyMap<Subject, readonly Counted[]>;
}

/** Keeps what was counted until anything that counts changes, or the day. */
@Injectable()
export class FigureBook {
  private readonly sources: readonly FigureSource[];
  private kept?: { version: string; book: Promise<Book> };

  constructor(
    documents: DocumentFigures,
    datasets: DatasetFigures,
    requests: RequestFigures,
    feedback: FeedbackFigures,
    private readonly changes: ChangeService,
    private readonly state: BookRepository,
    private readonly calendars: CurrentCalendar,
    private readonly clock: Clock,
  ) {
    this.sources = [documents, datasets, requests, feedback];
  }

  /** Counted anew only when it must be; whoever asks meanwhile waits for the same count. */
  async current(): Promise<Book> {
    const version = await this.version();
    if (this.kept?.version === version) return this.kept.book;
    const kept = { version, book: this.count() };
    this.kept = kept;
    kept.book.catch(() => {
      if (this.kept === kept) this.kept = undefined;
    });
    return kept.book;
  }

  /** Differs whenever figures may: asked for before counting, so that nothing old is kept under a new name. */
  async version(): Promise<string> {
    const [position, state] = await Promise.all([this.changes.position(), this.state.state()]);
    return `${position}-${state}-${this.clock.today()}`;
  }

  list(subject: Subject, wanted: RecordsWanted, today: string): Promise<FigureRecord[]> {
    return this.sourceOf(subject).list(wanted, today);
  }

  private async count(): Promise<Book> {
    const asOf = this.clock.today();
    await this.calendars.refresh();
    const counted = await Promise.all(this.sources.map(async (source) => [source.subject, await source.count(asOf)] as const));
    return { asOf, groups: new Map(counted) };
  }

  private sourceOf(subject: Subject): FigureSource {
    return this.sources.find((source) => source.subject === subject)!;
  }
}
