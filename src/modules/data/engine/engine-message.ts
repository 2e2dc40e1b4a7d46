import type { PlainValue } from '../table/column-statistics.js';
import type { ColumnType } from '../table/table-schema.js';

/** A bound value; it goes to another process, so it is plain. Numbers of any size and dates are text. */
export interface BoundValue {
  type: ColumnType;
  value: string | number | boolean | null;
}

/** How a process of the engine is held. */
export interface EngineLimits {
  memoryMegabytes: number;
  /** Threads of DuckDB. */
  threads: number;
  /** Folders that it may read and write; nothing else of the machine. */
  folders: string[];
  /** Where it may put aside what does not fit into memory. */
  temporaryFolder: string;
  temporaryMegabytes: number;
  /** Statements at once. */
  connections: number;
}

/** What a process is asked; `rows` wants the answer, `write` only that it is done. */
export interface EngineOrder {
  id: number;
  kind: 'rows' | 'write';
  sql: string;
  parameters: Record<string, BoundValue>;
  timeMs: number;
}

export type EngineRequest = { type: 'open'; limits: EngineLimits } | ({ type: 'order' } & EngineOrder) | { type: 'cancel'; id: number };

/** Why a statement did not come to its end. */
export type EngineFailure = 'time' | 'memory' | 'cancelled' | 'disk' | 'range' | 'failed';

export type EngineReply =
  | { type: 'ready' }
  /** How much of what is written is done, in percent. */
  | { type: 'progress'; id: number; percent: number }
  | { type: 'rows'; id: number; rows: PlainValue[][] }
  | { type: 'written'; id: number; rows: number }
  | { type: 'failed'; id: number; reason: EngineFailure; message: string };
