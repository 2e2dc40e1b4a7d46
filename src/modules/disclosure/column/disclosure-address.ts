import type { DisclosureListName } from './block.js';

/** A place in the column. */
export interface DisclosurePlace {
  department?: string | null;
  block?: DisclosureListName | 'request' | 'embed';
  item?: string | null;
  year?: number | null;
  page?: number;
}

/** Address of a place in the column, as a page of this site. Pure. */
export function disclosureUrl({ department, block, item, year, page }: DisclosurePlace): string {
  const path = ['/disclosure', block, block === 'statutory' ? item : undefined].filter(Boolean).join('/');
  const query = new URLSearchParams();
  if (department) query.set('department', department);
  if (year) query.set('year', String(year));
  if (page !== undefined && page > 1) query.set('page', String(page));
  return query.size > 0 ? `${path}?${query}` : path;
}
