import type { TableColumn, TableSchema } from '../table/table-schema.js';
import { type Bindings, typed } from './bindings.js';
import type { Comparison, Condition } from './table-query.js';

const SIGNS: Partial<Record<Comparison, string>> = { eq: '=', ne: '!=', lt: '<', lte: '<=', gt: '>', gte: '>=' };
const EARTH_METRES = 6_371_008.8;
const METRES_A_DEGREE = 111_000;

/** A condition as SQL with bound values; a row whose value is missing fulfils none but `isNull` and what is denied. Pure. */
export function compileCondition(condition: Condition, schema: TableSchema, bindings: Bindings): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return `(${condition.parts.map((part) => compileCondition(part, schema, bindings)).join(condition.kind === 'and' ? ' AND ' : ' OR ')})`;
    case 'not':
      // What is unknown of a missing value is not so: NOT must be the rest of the rows.
      return `NOT coalesce(${compileCondition(condition.part, schema, bindings)}, FALSE)`;
    case 'near':
      return near(condition, schema, bindings);
    case 'compare':
      return compare(condition, bindings);
  }
}

function compare({ column, comparison, values }: Extract<Condition, { kind: 'compare' }>, bindings: Bindings): string {
  const name = `"${column.key}"`;
  const bound = (index: number) => typed(column, values[index]!, bindings);
  switch (comparison) {
    case 'isNull':
      return `${name} IS NULL`;
    case 'in':
      return `${name} IN (${values.map((_, index) => bound(index)).join(', ')})`;
    case 'between':
      return `${name} BETWEEN ${bound(0)} AND ${bound(1)}`;
    case 'contains':
      return contains(column, String(values[0]), bindings);
    case 'startsWith': {
      const { name: folded, value } = foldedPair(column, String(values[0]));
      return `starts_with(${folded}, ${bindings.add('string', value)})`;
    }
    default:
      return `${name} ${SIGNS[comparison]} ${bound(0)}`;
  }
}

/** Words, each of which stands in some column of text. Pure. */
export function compileWords(words: readonly string[], { columns }: TableSchema, bindings: Bindings): string[] {
  const texts = columns.filter(({ type }) => type === 'string');
  if (words.length > 0 && texts.length === 0) return ['FALSE'];
  return words.map((word) => `(${texts.map((column) => contains(column, word, bindings)).join(' OR ')})`);
}

function contains(column: TableColumn, text: string, bindings: Bindings): string {
  const { name, value } = foldedPair(column, text);
  return `contains(${name}, ${bindings.add('string', value)})`;
}

/** Case is folded only where the text looked for has any: folding every row costs more than looking. */
function foldedPair({ key }: TableColumn, text: string): { name: string; value: string } {
  const lower = text.toLowerCase();
  return lower === text.toUpperCase() ? { name: `"${key}"`, value: text } : { name: `lower("${key}")`, value: lower };
}

/** Rows within a distance on the sphere, of those in the square around it. */
function near(
  { longitude, latitude, metres }: Extract<Condition, { kind: 'near' }>,
  { point, columns }: TableSchema,
  bindings: Bindings,
): string {
  const number = (value: number) => bindings.add('number', String(value));
  const up = metres / METRES_A_DEGREE;
  const aside = Math.abs(latitude) + up >= 89 ? 360 : up / Math.cos(((Math.abs(latitude) + up) * Math.PI) / 180);
  const column = (key: string) => columns.find((each) => each.key === key)!;
  const square = `${within(column(point!.latitude), latitude, up, bindings)} AND ${within(column(point!.longitude), longitude, aside, bindings)}`;
  const x = `CAST("${point!.longitude}" AS DOUBLE)`;
  const y = `CAST("${point!.latitude}" AS DOUBLE)`;
  const half = (from: string, to: string) => `pow(sin(radians(${from} - ${to}) / 2), 2)`;
  const arc = `${half(y, number(latitude))} + cos(radians(${y})) * cos(radians(${number(latitude)})) * ${half(x, number(longitude))}`;
  return `(${square} AND ${2 * EARTH_METRES} * asin(least(1, sqrt(${arc}))) <= ${number(metres)})`;
}

/** A column within bounds, compared in its own type so that the scan can do it; the bounds are rounded outwards. */
function within(column: TableColumn, middle: number, aside: number, bindings: Bindings): string {
  const places = column.scale ?? (column.type === 'integer' ? 0 : 9);
  const step = 10 ** places;
  const low = Math.floor((middle - aside) * step) / step;
  const high = Math.ceil((middle + aside) * step) / step;
  const bound = (value: number) => typed(column, value.toFixed(places), bindings);
  return `"${column.key}" BETWEEN ${bound(low)} AND ${bound(high)}`;
}
