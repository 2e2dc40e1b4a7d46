import { invalidField } from '../../../kernel/app-error.js';
import type { Parameters } from './parameters.js';

/** An organization or a group in a list. */
interface Thing {
  name: string;
  title: string;
  package_count: number;
}

const ORDERS: Record<string, (a: Thing, b: Thing) => number> = {
  name: (a, b) => compare(a.name, b.name),
  title: (a, b) => compare(a.title, b.title),
  package_count: (a, b) => a.package_count - b.package_count,
  packages: (a, b) => a.package_count - b.package_count,
};
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The page of a list that limit, offset and sort ask for. @throws AppError VALIDATION_FAILED */
export function orderedThings<T extends Thing>(things: readonly T[], parameters: Parameters, most: number): T[] {
  const [by = 'title', direction = by.startsWith('package') ? 'desc' : 'asc'] = (parameters.text('sort') ?? 'title asc')
    .trim()
    .split(/\s+/u, 3);
  const order = Object.hasOwn(ORDERS, by) ? ORDERS[by]! : undefined;
  if (!order || !/^(asc|desc)$/i.test(direction)) throw invalidField('sort', '可用的有 name、title、package_count，后加 asc 或 desc');
  const turn = direction.toLowerCase() === 'desc' ? -1 : 1;
  const limit = parameters.whole('limit', { absent: most, most });
  const offset = parameters.whole('offset', { absent: 0, most: Number.MAX_SAFE_INTEGER });
  return things.toSorted((a, b) => turn * order(a, b) || compare(a.name, b.name)).slice(offset, offset + limit);
}

/** Whether a part of the name or title is what was asked; everything when nothing was. Pure. */
export function matches(q: string | undefined, ...texts: string[]): boolean {
  return q === undefined || texts.some((text) => text.toLowerCase().includes(q.toLowerCase()));
}
