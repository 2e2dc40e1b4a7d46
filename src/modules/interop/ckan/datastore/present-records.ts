import type { RowPage } from '../../../data/index.js';
import { ROW_NUMBER } from './datastore-question.js';

/** Our types as CKAN's datastore calls them. */
const TYPES: Record<RowPage['columns'][number]['type'], string> = {
  string: 'text',
  integer: 'int',
  number: 'numeric',
  boolean: 'bool',
  date: 'date',
  datetime: 'timestamp',
  time: 'time',
};

/** Forms of records. */
export const RECORDS_FORMATS = ['objects', 'lists', 'csv', 'tsv'] as const;
export type RecordsFormat = (typeof RECORDS_FORMATS)[number];

/** Columns and rows of a page with the number of each row, as datastore_search answers them; `fields` says which and in which order. Pure. */
export function presentRecords({ columns, rows, numbers }: RowPage, fields: readonly string[] | undefined, format: RecordsFormat) {
  const names = columns.map(({ name }) => name);
  // A column of that very name stands as it is.
  const own = names.includes(ROW_NUMBER) ? [] : [{ id: ROW_NUMBER, type: 'int', of: (index: number): unknown => numbers[index] }];
  const described = columns.map(({ name, type, unit }, place) => ({
    id: name,
    type: TYPES[type],
    ...(unit ? { info: { unit } } : {}),
    of: (index: number): unknown => rows[index]![place],
  }));
  const numbered = [...own, ...described];
  const shown = fields === undefined ? numbered : fields.includes(ROW_NUMBER) ? numbered : described;
  const lists = rows.map((_, index) => shown.map(({ of }) => of(index)));
  return {
    fields: shown.map(({ of: _, ...field }) => field),
    records:
      format === 'objects'
        ? lists.map((list) => Object.fromEntries(list.map((value, place) => [shown[place]!.id, value])))
        : format === 'lists'
          ? lists
          : lists.map((list) => `${list.map((value) => cell(value, format)).join(format === 'csv' ? ',' : '\t')}\n`).join(''),
  };
}

/** As CKAN writes it, for programs: nothing is done against formulas, as kernel/csv does for people. */
function cell(value: unknown, format: 'csv' | 'tsv'): string {
  const text = value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  return (format === 'csv' ? /[",\r\n]/ : /["\t\r\n]/).test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
