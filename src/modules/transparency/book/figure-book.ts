import { Injectable } from '@nestjs/common';
import { CurrentCalendar } from '../../catalog/index.js';
import { ChangeService } from '../../data/index.js';
import { Clock } from '../../kernel/clock.js';
import { DatasetFigures } from '../dataset/dataset-figures.js';
import type { Counted } from '../figure/counted.js';
import type { Subject } from '../figure/figure.js';
import type { Departments, FigureRecord, FigureSource, RecordsWanted } from '../figure/figure-source.js';
import { FeedbackFigures } from '../feedback/feedback-figures.js';
import { DocumentFigures } from '../publishing/document-figures.js';
import { RequestFigures } from '../request/request-figures.js';
import { type BesideRecords, BookRepository } from './book.repository.js';

/** Everything that figures are made of, as it counts on a day. */
export interface Book {
  asOf: string;
  groups: ReadonlyMap<Subject, readonly Counted[]>;
}

/** What figures depend on, at a moment. */
interface Moment extends BesideRecords {
  /** In the log of changes of the catalog. */
  position: string;
  today: string;
}

interface Kept {
  at: Moment;
  book: Promise<Book>;
}

/** After more changed records than these everything is counted anew. */
const FEW_CHANGES = 200;

const textOf = ({ position, people, calendar, today }: Moment): string => [position, people, calendar, today].join('-');

/** Keeps what was counted until anything that counts changes, or the day; then counts what may have changed. */
@Injectable()
export class FigureBook {
  private readonly sources: readonly FigureSource[];
  private kept?: Kept;

  constructor(
    documents: DocumentFigures,
    datasets: DatasetFigures,
    requests: RequestFigures,
    feedback: FeedbackFigures,
    private readonly changes: ChangeService,
    private readonly repository: BookRepository,
    private readonly calendars: CurrentCalendar,
    private readonly clock: Clock,
  ) {
    this.sources = [documents, datasets, requests, feedback];
  }

  /** Counted anew only when it must be; whoever asks meanwhile waits for the same count. */
  async current(): Promise<Book> {
    const at = await this.moment();
    const before = this.kept;
    if (before && textOf(before.at) === textOf(at)) return before.book;
    const kept = { at, book: this.countAfter(before, at) };
    this.kept = kept;
    kept.book.catch(() => {
      if (this.kept === kept) this.kept = undefined;
    });
    return kept.book;
  }

  /** Differs whenever figures may. */
  async version(): Promise<string> {
    return textOf(await this.moment());
  }

  list(subject: Subject, wanted: RecordsWanted, today: string): Promise<FigureRecord[]> {
    return this.sourceOf(subject).list(wanted, today);
  }

  /** Looked at before counting, so that nothing old is kept under a new name. */
  private async moment(): Promise<Moment> {
    const [position, state] = await Promise.all([this.changes.position(), this.repository.state()]);
    return { position, ...state, today: this.clock.today() };
  }

  private async countAfter(before: Kept | undefined, at: Moment): Promise<Book> {
    await this.calendars.refresh();
    const old =
      before && at.today === before.at.today && at.calendar === before.at.calendar ? await before.book.catch(() => undefined) : undefined;
    const changed = old && (await this.repository.departmentsOfChanges(before!.at.position, at.position, FEW_CHANGES));
    const counted = this.sources.map(async (source) => {
      const groups = old?.groups.get(source.subject);
      const again = source.ofCatalog && groups && changed ? countAgain(source, groups, changed, at.today) : source.count(at.today);
      return [source.subject, await again] as const;
    });
    return { asOf: at.today, groups: new Map(await Promise.all(counted)) };
  }

  private sourceOf(subject: Subject): FigureSource {
    return this.sources.find((source) => source.subject === subject)!;
  }
}

/** The groups of some departments counted anew, those of all others as they were. */
async function countAgain(
  source: FigureSource,
  groups: readonly Counted[],
  departments: Departments,
  today: string,
): Promise<readonly Counted[]> {
  if (departments.length === 0) return groups;
  const changed = new Set(departments);
  const isChanged = ({ department }: Counted) => changed.has(department);
  return [...groups.filter((group) => !isChanged(group)), ...(await source.count(today, departments)).filter(isChanged)];
}
