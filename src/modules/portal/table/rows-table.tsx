import { isNumeric, quotedColumn, type RowPage } from '../../data/index.js';
import { chineseMark, useReading } from '../reading/reading.js';
import { cellText } from './cell-text.js';

interface RowsTableProps {
  caption: string;
  captionHidden?: boolean;
  columns: RowPage['columns'];
  rows: RowPage['rows'];
  /** Address of the same rows in another order; without it columns do not sort. */
  sorting?: { orderBy: string | undefined; addressOf: (orderBy: string) => string };
}

/** Rows as they stand in the file, in a region that scrolls sideways by keyboard. */
export function RowsTable({ caption, captionHidden = false, columns, rows, sorting }: RowsTableProps) {
  const reading = useReading();
  const { t } = reading;
  const said = chineseMark(reading);
  return (
    <section class="scroll" tabIndex={0} aria-label={`${caption}: ${t.common.scrollTable}`}>
      <table class="rows">
        <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead lang={said}>
          <tr>
            {columns.map((column) => (
              <ColumnHead key={column.name} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody lang={said}>
          {rows.map((cells, index) => (
            <tr key={index}>
              {cells.map((cell, place) => (
                <td key={place} class={isNumeric(columns[place]!) ? 'number' : undefined}>
                  {cellText(cell, t)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ColumnHead({ column, sorting }: { column: RowPage['columns'][number]; sorting: RowsTableProps['sorting'] }) {
  const { t } = useReading();
  const { name, unit } = column;
  const label = unit && !name.includes(unit) ? t.table.unit(name, unit) : name;
  const quoted = quotedColumn(name);
  const ascending = sorting?.orderBy === quoted;
  const descending = sorting?.orderBy === `${quoted} desc`;
  return (
    <th
      scope="col"
      aria-sort={ascending ? 'ascending' : descending ? 'descending' : undefined}
      class={isNumeric(column) ? 'number' : undefined}
    >
      {sorting ? (
        <a href={sorting.addressOf(ascending ? `${quoted} desc` : quoted)} rel="nofollow">
          <bdi>{label}</bdi>
          {(ascending || descending) && <span aria-hidden="true">{ascending ? ' ↑' : ' ↓'}</span>}
        </a>
      ) : (
        label
      )}
    </th>
  );
}
