import { AppError } from '../../kernel/app-error.js';
import { fieldNames, flawOfText, nearestName, validateQuery } from '../../kernel/field/index.js';
import { RowQuery } from './row.model.js';

/** Parameters of a request for rows: those with a name of ours, and the filters `column__operator`. @throws AppError BAD_REQUEST */
export function rowParameters(query: unknown): RowQuery & { filters: [string, string][] } {
  return splitParameters(RowQuery, query);
}

/** The same for any class of parameters that goes with filters. @throws AppError BAD_REQUEST */
export function splitParameters<T extends object>(type: new () => T, query: unknown): T & { filters: [string, string][] } {
  const named: Record<string, unknown> = {};
  const filters: [string, string][] = [];
  for (const [name, value] of Object.entries(query as Record<string, unknown>)) {
    if (!name.includes('__')) named[name] = value;
    else for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) filters.push([name, textOf(name, each)]);
  }
  if (filters.length > MOST_FILTERS) throw wrong('', `最多 ${MOST_FILTERS} 个筛选参数`);
  const known = fieldNames(type);
  const unknown = Object.keys(named).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const near = nearestName(unknown, known);
    throw wrong(
      unknown,
      near ? `没有这个参数，是否指 ${near}；按列筛选写成 列名__eq=值` : '没有这个参数；按列筛选写成 列名__eq=值，如 区县__eq=海陵区',
    );
  }
  return Object.assign(validateQuery(type, named), { filters });
}

const MOST_FILTERS = 100;

function textOf(field: string, value: unknown): string {
  if (typeof value !== 'string') throw wrong(field, '应为文本');
  const flaw = flawOfText(value);
  if (flaw !== undefined) throw wrong(field, flaw);
  return value;
}

function wrong(field: string, message: string): AppError {
  return new AppError('BAD_REQUEST', `查询参数有误：${field ? `${field}：` : ''}${message}。`, {
    english: `The query parameter ${field} is not valid.`,
    fields: [{ field, message }],
  });
}
