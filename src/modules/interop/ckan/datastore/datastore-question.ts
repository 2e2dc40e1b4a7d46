import { invalidField } from '../../../kernel/app-error.js';
import { flawOfText } from '../../../kernel/field/index.js';
import type { Parameters } from '../action/parameters.js';

const MOST_ROWS = 1_000;
const USUAL_ROWS = 100;
const LAST_ROW = 1_000_000_000;
const MOST_VALUES = 500;
const MOST_FILTERS = 100;
const LONGEST_SORT = 2_000;
const LONGEST_VALUE = 8_000;

/** Number of a row in its table, which CKAN has as a column. */
export const ROW_NUMBER = '_id';

/** What datastore_search asks, in the terms of our questions to tables. */
export interface DatastoreQuestion {
  limit: number;
  offset: number;
  /** Names of columns, `_id` among them; undefined for all. */
  fields?: string[];
  select?: string;
  orderBy?: string;
  q?: string;
  filters: [name: string, value: string][];
  includesTotal: boolean;
}

/** Reads the parameters of datastore_search; names are checked by whoever knows the table. Pure. @throws AppError VALIDATION_FAILED */
export function datastoreQuestion(parameters: Parameters): DatastoreQuestion {
  if (parameters.flag('distinct')) throw invalidField('distinct', '不支持去重；请用行接口的 groupBy 参数');
  const fields = parameters.list('fields').filter((name) => name !== '');
  const columns = fields.filter((name) => name !== ROW_NUMBER);
  const inWords = parameters.isObject('q') ? parameters.object('q') : undefined;
  const filters = [
    ...Object.entries(parameters.object('filters') ?? {}).map(([name, value]) => filterOf(name, value)),
    ...Object.entries(inWords ?? {}).map(([name, value]): [string, string] => [`${name}__contains`, textOf(name, value)]),
  ];
  if (filters.length > MOST_FILTERS) throw invalidField('filters', `最多 ${MOST_FILTERS} 个`);
  return {
    limit: parameters.whole('limit', { absent: USUAL_ROWS, most: MOST_ROWS }),
    offset: parameters.whole('offset', { absent: 0, most: LAST_ROW }),
    ...(fields.length > 0 ? { fields } : {}),
    ...(columns.length > 0 ? { select: columns.map(quoted).join(',') } : {}),
    orderBy: ordersOf(parameters.text('sort')),
    q: inWords ? undefined : parameters.text('q'),
    filters,
    includesTotal: parameters.flag('include_total', true),
  };
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** `列 desc, "另一列" asc`; the order of the table by `_id` is there anyway. */
function ordersOf(sort: string | undefined): string | undefined {
  if (sort === undefined) return undefined;
  if (sort.length > LONGEST_SORT) throw invalidField('sort', `最多 ${LONGEST_SORT} 个字符`);
  const parts = sort.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u).map((part) => part.trim());
  const orders = parts.map((part) => {
    const direction = /\s(asc|desc)(?:\s+nulls\s+(?:first|last))?$/iu.exec(part);
    const name = part.slice(0, direction?.index).trim();
    return {
      name: /^".*"$/su.test(name) ? name.slice(1, -1).replaceAll('""', '"') : name,
      descending: direction?.[1]?.toLowerCase() === 'desc',
    };
  });
  const own = orders.findIndex(({ name }) => name === ROW_NUMBER);
  if (own >= 0 && orders[own]!.descending) throw invalidField('sort', '不能按 _id 倒序；请按列排序');
  // What stands behind the number of the row decides nothing any more.
  const counting = own < 0 ? orders : orders.slice(0, own);
  return counting.length === 0
    ? undefined
    : counting.map(({ name, descending }) => `${quoted(name)} ${descending ? 'desc' : 'asc'}`).join(',');
}

function filterOf(name: string, value: unknown): [string, string] {
  if (name === ROW_NUMBER) throw invalidField('filters', '不能按 _id 筛选；请用 offset 和 limit');
  if (value === null) return [`${name}__isNull`, 'true'];
  if (!Array.isArray(value)) return [`${name}__eq`, textOf(name, value)];
  if (value.length === 0 || value.length > MOST_VALUES)
    throw invalidField('filters', `“${name.slice(0, 60)}”应有 1 至 ${MOST_VALUES} 个值`);
  return [`${name}__in`, value.map((each) => quoted(textOf(name, each))).join(',')];
}

function textOf(name: string, value: unknown): string {
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  if (typeof text !== 'string') throw invalidField('filters', `“${name.slice(0, 60)}”的值应为文本、数字、true 或 false`);
  const flaw = text.length > LONGEST_VALUE ? `最多 ${LONGEST_VALUE} 个字符` : (flawOfText(name) ?? flawOfText(text));
  if (flaw !== undefined) throw invalidField('filters', `“${name.slice(0, 60)}”：${flaw}`);
  return text;
}
