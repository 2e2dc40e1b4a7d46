import { nearestName } from '../../kernel/field/index.js';
import type { TableColumn } from '../table/table-schema.js';
import { queryError } from './query-error.js';
import type { Named, RawCondition, RawOrder, RawQuery, RawSelect, RawValue } from './raw-query.js';
import { AGGREGATES, type Aggregate, COMPARISONS, type Comparison } from './table-query.js';
import { parseWhere } from './where-language.js';

const MOST_NAMES = 200;
const LONGEST_WORDS = 200;

/** A question as REST and GraphQL bring it. */
export interface QueryParameters {
  select?: string;
  where?: string;
  groupBy?: string;
  orderBy?: string;
  q?: string;
  /** `column__operator=value`, several of one name allowed. */
  filters?: [name: string, value: string][];
}

/** Reads the parameters of a question. @throws AppError BAD_REQUEST */
export function parseParameters(parameters: QueryParameters, columns: readonly TableColumn[]): RawQuery {
  const { select, where, groupBy, orderBy, q, filters = [] } = parameters;
  return {
    select: namesOf(select, columns, 'select').map(selectOf),
    where: [...(where?.trim() ? [parseWhere(where, columns)] : []), ...filters.map(([name, value]) => filterOf(name, value))],
    q: wordsOf(q),
    groupBy: namesOf(groupBy, columns, 'groupBy').map(({ name, at }) => ({ name: unquoted(name), at })),
    orderBy: namesOf(orderBy, columns, 'orderBy').map(orderOf),
  };
}

function wordsOf(q: string | undefined): string | undefined {
  if (q !== undefined && q.length > LONGEST_WORDS)
    throw queryError('q', `最多 ${LONGEST_WORDS} 个字`, `more than ${LONGEST_WORDS} characters`);
  return q;
}

/** Names with commas between them; a comma within brackets or quotes parts nothing. */
function namesOf(text: string | undefined, columns: readonly TableColumn[], parameter: string): Named[] {
  if (text === undefined || text.trim() === '') return [];
  const known = new Set(columns.map(({ name }) => name));
  const names: Named[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i <= text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    if (i < text.length && ((text[i] !== ',' && text[i] !== '，') || quoted || known.has(text.slice(start).trim()))) continue;
    const name = text.slice(start, i).trim();
    const at = { parameter, text, offset: start };
    if (name === '') throw queryError(parameter, '逗号之间没有列名', 'a name is missing', at);
    if (names.length >= MOST_NAMES) throw queryError(parameter, `最多 ${MOST_NAMES} 个`, `more than ${MOST_NAMES} names`, at);
    names.push({ name, at });
    start = i + 1;
  }
  return names;
}

const unquoted = (name: string) => (/^".*"$/s.test(name) ? name.slice(1, -1).replaceAll('""', '"') : name);

// None of these patterns has two parts that could share blanks: with many blanks that would take a time of their square, or cube.
const CALL = new RegExp(`^(${AGGREGATES.join('|')})\\s*[(（](.*)[)）]$`, 'isu');
const AS = /\sas\s+(?=\S)/iu;
const DIRECTION = /\s(asc|desc|升序|降序)$/iu;

/** `区县`, `sum(金额)`, `count()`, each with ` as 名称`. */
function selectOf({ name, at }: Named): RawSelect {
  const as = AS.exec(name);
  const whole = as ? name.slice(0, as.index).trim() : name;
  const call = CALL.exec(whole);
  const given = as ? { as: aliasOf(name.slice(as.index + as[0].length), at) } : {};
  if (!call) return { column: { name: unquoted(whole), at }, ...given };
  const aggregate = call[1]!.toLowerCase() as Aggregate;
  const inner = unquoted(call[2]!.trim());
  return { aggregate, ...(inner === '' || inner === '*' ? {} : { column: { name: inner, at } }), ...given };
}

/** `金额 desc`, `-金额`, `金额`. */
function orderOf({ name, at }: Named): RawOrder {
  const found = DIRECTION.exec(name);
  if (!found && name.startsWith('-')) return { name: unquoted(name.slice(1).trim()), at, descending: true };
  return { name: unquoted(name.slice(0, found?.index).trim()), at, descending: /^(desc|降序)$/iu.test(found?.[1] ?? '') };
}

function aliasOf(text: string, at: Named['at']): string {
  const alias = unquoted(text.trim());
  if (alias.trim() === '') throw queryError('select', 'as 后面的名称是空的', 'the name after as is empty', at);
  return alias;
}

/** `区县__eq=海陵区`, `金额__between=1,2`, `备注__isNull=true`; without an operator, eq. */
function filterOf(parameter: string, value: string): RawCondition {
  const split = parameter.lastIndexOf('__');
  const name = parameter.slice(0, split);
  const operator = parameter.slice(split + 2);
  const raw = (text: string): RawValue => ({ text, quoted: false, at: { parameter, text: value, offset: 0 } });
  const inverted = operator.startsWith('not') && operator.length > 3;
  const wanted = inverted ? operator.charAt(3).toLowerCase() + operator.slice(4) : operator;
  if (wanted === 'near') {
    const [longitude, latitude, metres, ...more] = listOf(value).map(raw);
    if (!longitude || !latitude || !metres || more.length > 0)
      throw queryError(parameter, '应为“经度,纬度,米”', 'expected longitude,latitude,metres');
    return { kind: 'near', longitude, latitude, metres };
  }
  if (!(COMPARISONS as readonly string[]).includes(wanted)) {
    const near = nearestName(wanted, [...COMPARISONS, 'near']);
    throw queryError(
      parameter,
      `没有“${operator.slice(0, 30)}”这种比较${near ? `，是否指 ${near}` : `，可用：${[...COMPARISONS, 'near'].join('、')}`}`,
      'unknown operator',
    );
  }
  const comparison = wanted as Comparison;
  const column: Named = { name };
  const compare = (values: RawValue[]): RawCondition => ({ kind: 'compare', column, comparison, values });
  const condition = comparisonOf(comparison, value, parameter, compare, raw);
  return inverted ? { kind: 'not', part: condition } : condition;
}

function comparisonOf(
  comparison: Comparison,
  value: string,
  parameter: string,
  compare: (values: RawValue[]) => RawCondition,
  raw: (text: string) => RawValue,
): RawCondition {
  if (comparison === 'isNull') {
    if (value === 'false') return { kind: 'not', part: compare([]) };
    if (value !== '' && value !== 'true') throw queryError(parameter, '应为 true 或 false', 'expected true or false');
    return compare([]);
  }
  if (comparison === 'in') return compare(listOf(value).map(raw));
  if (comparison !== 'between') return compare([raw(value)]);
  const values = listOf(value);
  if (values.length !== 2) throw queryError(parameter, '应为两个值，中间用逗号', 'expected two values with a comma between');
  return compare(values.map(raw));
}

/** Values with commas between them; one that contains a comma stands in double quotes. */
function listOf(text: string): string[] {
  return [...text.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(?:,|$)/gy)]
    .filter(([whole], index, all) => whole !== '' || index < all.length - 1)
    .map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare!.trim());
}
