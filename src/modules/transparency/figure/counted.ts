import type { CountName } from './figure.js';

/** Records that are alike in all that matters to figures, and the figures they count in. */
export interface Counted {
  /** Names the group in the database, so that its records can be listed. */
  key: string;
  /** Code of the department that answers for them; null when none is known. */
  department: string | null;
  /** The month that monthly figures count them in; null for none. */
  month: string | null;
  figures: readonly CountName[];
  count: number;
  /** Working days it took, where that can be told. */
  days?: number;
  /** Last day by which it has to be done, of what is still to do. */
  dueOn?: string;
}

/** What a rule finds of a group. */
export type Judgement = Pick<Counted, 'month' | 'figures' | 'days' | 'dueOn'>;
