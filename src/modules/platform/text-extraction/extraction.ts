import type { TextPart } from './text-part.js';

/** How much of a file was read: all of it, its beginning, or nothing. */
export type TextState = 'whole' | 'partial' | 'none';

/** Said of a file that was read to its end and has no text: of a PDF, that it is a scan. */
export const NO_TEXT = '文件里没有文字。';

/** What a file says. */
export interface ExtractedText<Finding = never> {
  /** The text, or its beginning when it is longer than is kept. */
  text: string;
  state: TextState;
  /** Why it is not whole, as a sentence. */
  note: string | null;
  /** Whether the whole file was read, and so looked through by the examiner, however little of its text is kept. */
  readToEnd: boolean;
  findings: Finding[];
}

/** What looks through the text in the worker, beside the reading; a module gives it as `createExaminer`. */
export interface Examiner<Finding> {
  add(part: TextPart): void;
  /** What was found since it was last asked. */
  take(): Finding[];
}

/** Which examiner looks through the text. */
export interface ExaminerOrder {
  /** Path of the built module with `createExaminer`. */
  module: string;
  /** What `createExaminer` is given; it must survive structured cloning. */
  data?: unknown;
}

/** What reading one file may take. */
export interface ExtractionLimits {
  /** Files read at once. */
  workers: number;
  /** Characters that are kept. */
  kept: number;
  /** Time for a file, and more for every MB of it; then what was read is all. */
  timeMs: number;
  timeMsPerMegabyte: number;
  /** How much longer a worker may take that does not look at the clock. */
  graceMs: number;
  /** Heap of a worker. */
  heapMegabytes: number;
  /** What the process may grow by while a worker runs: buffers are not on the heap. */
  growthMegabytes: number;
}

export const EXTRACTION_LIMITS: ExtractionLimits = {
  workers: 2,
  kept: 1_000_000,
  timeMs: 60_000,
  timeMsPerMegabyte: 1_000,
  graceMs: 10_000,
  heapMegabytes: 512,
  growthMegabytes: 1_500,
};

/** What a worker is told. */
export interface ExtractionOrder {
  path: string;
  format: string;
  kept: number;
  timeMs: number;
  examiner?: ExaminerOrder;
}

/** What a worker tells while it reads, and at the end. */
export type ExtractionMessage =
  { type: 'more'; text: string; findings: unknown[] } | { type: 'end'; state: TextState; note: string | null; readToEnd: boolean };
