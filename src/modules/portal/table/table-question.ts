import type { DataTableModel } from '../../data/index.js';

/** What the visitor asked of a table. */
export interface TableQuestion {
  q?: string;
  where?: string;
  orderBy?: string;
  cursor?: string;
}

/** A question as the query of an address; empty for none. Pure. */
export function questionQuery(question: TableQuestion): string {
  const entries = Object.entries(question).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return new URLSearchParams(entries).toString();
}

/** Address of the page of a table with a question. Pure. */
export function tableAddress({ url }: Pick<DataTableModel, 'url'>, question: TableQuestion): string {
  const query = questionQuery(question);
  return query === '' ? url : `${url}?${query}`;
}
