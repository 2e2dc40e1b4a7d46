import type { FieldError } from '../../kernel/app-error.js';
import type { RecordKind } from '../record/record.entity.js';
import { columnsOf, SHEETS } from './column.js';
import { type CellFlaw, type FilledTemplate, flawAt, type SubmittedRow } from './sheet-rows.js';

/** Errors of fields as flaws of the cells that hold them; what no cell holds is said at the identifier. Pure. */
export function flawsOfFields(
  kind: RecordKind,
  row: SubmittedRow,
  errors: readonly FieldError[],
  { main, items }: FilledTemplate['places'],
): CellFlaw[] {
  return errors.map(({ field, message }) => {
    const [, index, member] = /^items\[(\d+)\](?:\.(\w+))?/.exec(field) ?? [];
    const item = index === undefined ? undefined : row.items?.[Number(index)];
    if (item) return flawAt(SHEETS.items, items, item.row, member ?? 'name', message);
    return flawAt(SHEETS[kind], main, row.row, columnOf(kind, field) ?? 'identifier', message);
  });
}

function columnOf(kind: RecordKind, path: string): string | undefined {
  const plain = path.replace(/\[\d+\]/g, '');
  return columnsOf(kind).find(({ field }) => field === plain)?.field;
}
