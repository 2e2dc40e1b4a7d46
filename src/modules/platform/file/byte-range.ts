import type { ByteRange } from './file-store.js';

/** What a `Range` header asks of a file of `size` bytes. Several parts at once, other units and nonsense get the whole (RFC 9110 §14.2). Pure. */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'whole' | 'unsatisfiable' {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header?.replaceAll(/\s/g, '') ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'whole';
  if (first === '') return Number(last) === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - Number(last)), end: size - 1 };
  const start = Number(first);
  if (last !== '' && Number(last) < start) return 'whole';
  if (start >= size) return 'unsatisfiable';
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}

/** Whether an `If-Range` lets a part be sent: only the very content it names (weak tags and dates do not). Pure. */
export const rangeStillGood = (ifRange: string | undefined, etag: string): boolean => ifRange === undefined || ifRange.trim() === etag;
