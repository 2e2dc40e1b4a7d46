import type { TableSource } from './sheet-source.js';

/** What reads files of the format of this code. */
export function sourceOf(_format: string): TableSource | undefined {
  return undefined;
}
