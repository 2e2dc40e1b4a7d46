import { Unreadable } from '../../platform/text-extraction/index.js';
import { UnreadableTable } from './sheet-source.js';

/** Passes an error on, as one of the table where the file is at fault. @throws always */
export function forPeople(error: unknown): never {
  throw error instanceof Unreadable ? new UnreadableTable(error.message) : error;
}
