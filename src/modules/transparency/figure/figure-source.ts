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

/** Codes of departments; null is for what belongs to none. */
export type Departments = readonly (string | null)[];

/** Which records of a kind. */
export interface RecordsWanted {
  /** Keys of their groups. */
  keys: readonly string[];
  /** Those that the groups belong to, where they are few: then no record of others is looked at. */
  departments?: Departments;
  after: string;
  limit: number;
}

/** One kind of thing that is counted: documents, datasets, applications, what people say. */
export interface FigureSource {
  readonly subject: Subject;
  /** What of it counts changes only with records of the catalog, and only for departments that these have or had. */
  readonly ofCatalog: boolean;
  /** Everything that there is, in groups, as it counts on a day; of some departments only, if wanted. */
  count(today: string, departments?: Departments): Promise<Counted[]>;
  /** The records of groups in the order of their positions. */
  list(wanted: RecordsWanted, today: string): Promise<FigureRecord[]>;
}
