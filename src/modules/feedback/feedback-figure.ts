import type { FeedbackKind } from './feedback-kind.js';

/** What a department received in a month of one kind, and what became of it by now. */
export interface FeedbackFigure {
  /** `YYYY-MM` of submission. */
  month: string;
  /** Code; null while nobody has chosen one. */
  department: string | null;
  kind: FeedbackKind;
  received: number;
  /** Answered or declined with a reason. */
  answered: number;
  /** Of these, by the last day. */
  inTime: number;
  /** Answered late, or still waiting after the last day. */
  overdue: number;
  /** Answered, or past the last day: what `inTime` is a part of. */
  due: number;
  /** Corrections by which the department says the record is wrong. */
  confirmed: number;
}

/** Which months, both included, and which department. */
export interface FeedbackFigureFilter {
  from?: string;
  to?: string;
  department?: string;
}
