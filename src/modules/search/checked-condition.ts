import { AppError } from '../kernel/app-error.js';
import { type Condition, FURTHER_FACETS, isDateField, isInstantField, type Range } from './condition.js';
import { FACETS } from './query/analysed-query.js';

const DEEPEST = 20;
const MOST_CONDITIONS = 500;
const MOST_VALUES = 2000;
/** No value of a record that can be compared is longer. */
const LONGEST_VALUE = 500;
/** Elasticsearch follows a beginning for a thousand bytes. */
const LONGEST_BEGINNING = 200;

const TERM_FIELDS: readonly string[] = [...FACETS, ...FURTHER_FACETS, 'identifier', 'title'];
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
const DAY = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

const STORED_INSTANT = '2024-05-01T00:00:00.000Z'.length;

interface Left {
  conditions: number;
  values: number;
}

/**
 * The condition as engines take it: not too deep, not too large, known fields, instants in one form.
 * @throws AppError BAD_REQUEST
 */
export function checkedCondition(condition: Condition): Condition {
  return checked(condition, 0, { conditions: MOST_CONDITIONS, values: MOST_VALUES });
}

function checked(condition: Condition, depth: number, left: Left): Condition {
  if (depth > DEEPEST) throw refused(`条件最多嵌套 ${DEEPEST} 层`, `Conditions nest at most ${DEEPEST} deep`);
  left.conditions--;
  if (left.conditions < 0)
    throw refused(`条件最多 ${MOST_CONDITIONS} 个，请拆成几次查询`, `There are at most ${MOST_CONDITIONS} conditions`);
  const inner = (conditions: Condition[]) => conditions.map((each) => checked(each, depth + 1, left));
  if ('all' in condition) return { all: inner(condition.all) };
  if ('any' in condition) return { any: inner(condition.any) };
  if ('not' in condition) return { not: checked(condition.not, depth + 1, left) };
  if ('is' in condition) return { field: known(condition.field), is: condition.is.map((value) => text(value, left)) };
  if ('startsWith' in condition) return { field: known(condition.field), startsWith: text(condition.startsWith, left, LONGEST_BEGINNING) };
  if (isDateField(condition.field)) return 'exists' in condition ? condition : range(condition);
  if ('exists' in condition) return { field: known(condition.field), exists: true };
  throw refused(`“${String(condition.field)}”不是日期，不能按范围查`, `${String(condition.field)} is no date and has no ranges`);
}

function known<T extends string>(field: T): T {
  if (!TERM_FIELDS.includes(field)) throw refused(`没有“${String(field)}”这个可比较的字段`, `${String(field)} cannot be compared`);
  return field;
}

function text(value: string, left: Left, longest = LONGEST_VALUE): string {
  if (--left.values < 0) throw refused(`条件里最多 ${MOST_VALUES} 个值，请拆成几次查询`, `Conditions hold at most ${MOST_VALUES} values`);
  if (value.length > longest) throw refused(`条件里的值最长 ${longest} 个字`, `A value of a condition has at most ${longest} characters`);
  return value;
}

function range({ field, from, to }: Range): Range {
  const bound = (value: string | undefined) => (value === undefined ? undefined : isInstantField(field) ? instant(value) : day(value));
  return { field, from: bound(from), to: bound(to) };
}

/** In the form that is stored, so that order of text is order of time. */
function instant(value: string): string {
  const time = INSTANT.test(value) ? new Date(value).getTime() : Number.NaN;
  // Order of text is order of time for years of four digits only.
  if (Number.isNaN(time) || new Date(time).toISOString().length !== STORED_INSTANT)
    throw refused(`“${value.slice(0, 40)}”不是时刻，应如 2024-05-01T00:00:00Z`, 'An instant looks like 2024-05-01T00:00:00Z');
  return new Date(time).toISOString();
}

function day(value: string): string {
  if (!DAY.test(value)) throw refused(`“${value.slice(0, 40)}”不是日期，应如 2024、2024-05 或 2024-05-01`, 'A date looks like 2024-05-01');
  return value;
}

function refused(message: string, english: string): AppError {
  return new AppError('BAD_REQUEST', `${message}。`, { english: `${english}.`, fields: [{ field: 'where', message }] });
}
