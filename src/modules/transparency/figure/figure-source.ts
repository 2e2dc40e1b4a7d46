import type { Counted } from './counted.js';
import type { Subject } from './figure.js';

/** A record behind a figure, with the dates that decided it. */
export interface FigureRecord {
  /** Its place among all of its kind; the page after it begins there. */
  position: string;
  subject: Subject;
  identifier: string;
  title: string;
  /** Address of its page. */
  url: string;
  department: string | null;
  /** When the period began: writing, the last update, or the application. */
  startedOn: string | null;
  /** Last day of the period, where there is one. */
  dueOn: string | null;
  /** When it was done: publishing or the answer. */
  doneOn: string | null;
  /** Working days it took, where that can be told. */
  workingDays: number | null;
  /** What else decided: update cycle and openness, or how an application stands. */
  detail: string | null;
}

/** Which records of a kind. */
export interface RecordsWanted {
  /** Keys of their groups. */
  keys: readonly string[];
  after: string;
  limit: number;
}

/** One kind of thing that is counted: documents, datasets, applications, what people say. */
export interface FigureSource {
  readonly subject: Subject;
  /** Everything that there is, in groups, as it counts on a day. */
  count(today: string): Promise<Counted[]>;
  /** The records of groups in the order of their positions. */
  list(wanted: RecordsWanted, today: string): Promise<FigureRecord[]>;
}
