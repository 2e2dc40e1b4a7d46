import { quotedColumn } from '../query/quoted-column.js';
import type { TableColumn } from '../table/table-schema.js';

const foreign = ({ key }: TableColumn, columns: readonly TableColumn[]) => columns.some((each) => each.name === key && each.key !== key);

/** How an address names a column: by its key, unless another column has that as its name, for names come first. Pure. */
export const addressName = (column: TableColumn, columns: readonly TableColumn[]): string =>
  foreign(column, columns) ? column.name : column.key;

/** How the row language names it. Pure. */
export const reference = (column: TableColumn, columns: readonly TableColumn[]): string =>
  foreign(column, columns) ? quotedColumn(column.name) : column.key;
