import { type DataTableModel, presentTable, type ReadableTable, type RowPage } from '../../data/index.js';
import type { Messages } from '../message/index.js';
import { chartSentence, chartTitle } from '../table/chart-words.js';
import type { TablePreview } from './table-previews.js';

/** A table as the page of its dataset shows it. */
export interface ShownTable {
  table: DataTableModel;
  rows?: Pick<RowPage, 'columns' | 'rows'>;
  charts: { title: string; query: string; sentence: string }[];
}

/** A table with what was found in it, in the words of the page. Pure. */
export function shownTable(found: ReadableTable, preview: TablePreview | undefined, t: Messages): ShownTable {
  const { schema } = found.version;
  return {
    table: presentTable(found),
    rows: preview?.rows,
    charts: (preview?.charts ?? []).map(({ spec, query, data }) => ({
      query,
      title: chartTitle(spec, schema, t),
      sentence: chartSentence(spec, schema, data, t),
    })),
  };
}
