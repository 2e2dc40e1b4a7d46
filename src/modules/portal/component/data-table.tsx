import type { ComponentChildren } from 'preact';
import { useReading } from '../reading/reading.js';

export interface TableColumn {
  label: ComponentChildren;
  /** Figures stand to the right. */
  number?: boolean;
  /** The rows are in its order. */
  sorted?: 'ascending' | 'descending';
}

interface DataTableProps {
  caption: string;
  /** The caption is for screen readers, where a heading already says it. */
  captionHidden?: boolean;
  columns: readonly TableColumn[];
  /** The first cell of each row names it. */
  rows: readonly { key: string; cells: readonly ComponentChildren[] }[];
}

/** A table with its caption and named rows, in a region that can be scrolled sideways by keyboard. */
export function DataTable({ caption, captionHidden = false, columns, rows }: DataTableProps) {
  const { t } = useReading();
  return (
    <section class="scroll" tabIndex={0} aria-label={`${caption}: ${t.common.scrollTable}`}>
      <table>
        <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, number, sorted }, index) => (
              <th key={index} scope="col" class={number ? 'number' : undefined} aria-sort={sorted}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...rest] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {rest.map((cell, index) => (
                <td key={index} class={columns[index + 1]?.number ? 'number' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
