import { AppError } from '../../kernel/app-error.js';
import { nearestName } from '../../kernel/field/index.js';
import type { TableColumn } from '../table/table-schema.js';
import type { Named, Place } from './raw-query.js';

const AROUND = 16;

/** A question that cannot be answered: the sentence says where, why and what to do instead. */
export function queryError(parameter: string, message: string, english: string, at?: Place): AppError {
  const where = at ? `第 ${at.offset + 1} 个字符处（${around(at)}）：` : '';
  return new AppError('BAD_REQUEST', `参数 ${parameter} 有误，${where}${message}。`, {
    english: `${parameter}${at ? `, character ${at.offset + 1}` : ''}: ${english}.`,
    fields: [{ field: parameter, message: `${where}${message}` }],
  });
}

/** The place with a mark before it, and a little on both sides. */
function around({ text, offset }: Place): string {
  const before = text.slice(Math.max(0, offset - AROUND), offset);
  const after = text.slice(offset, offset + AROUND);
  return `${offset > AROUND ? '…' : ''}${before}▸${after}${offset + AROUND < text.length ? '…' : ''}`;
}

/** The column of this name or key. @throws AppError naming the nearest */
export function columnNamed(columns: readonly TableColumn[], { name, at }: Named, parameter: string): TableColumn {
  const bare = name.trim();
  const found = columns.find((column) => column.name === bare) ?? columns.find((column) => column.key === bare.toLowerCase());
  if (found) return found;
  const near = nearestName(bare, [...columns.map((column) => column.name), ...columns.map((column) => column.key)]);
  const hint = near
    ? `，是否指“${near}”`
    : `，可用的列：${columns
        .slice(0, 12)
        .map((column) => column.name)
        .join('、')}${columns.length > 12 ? ' 等' : ''}`;
  throw queryError(
    at?.parameter ?? parameter,
    `没有名为“${bare.slice(0, 60)}”的列${hint}`,
    `there is no column ${bare.slice(0, 60)}${near ? `; did you mean ${near}?` : ''}`,
    at,
  );
}
