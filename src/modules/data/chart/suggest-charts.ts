import type { ColumnStatistics } from '../table/column-statistics.js';
import type { TableColumn, TableSchema } from '../table/table-schema.js';
import { type ChartSpec, isDay } from './chart-kind.js';
import { titled } from './chart-words.js';
import { isAdditive, isCategory, isMeasure, isMonth, isPartOfYear, isPlace, isYear, naturalAggregate } from './column-sense.js';

const MOST_SUGGESTED = 6;
const MOST_OF_ONE_KIND = 2;
const MOST_CATEGORIES = 100;
const MOST_SLICES = 8;
const FEWEST_MOMENTS = 3;
const FEWEST_CALENDAR_DAYS = 20;
const FEWEST_DOTS = 10;

interface Candidate {
  spec: ChartSpec;
  score: number;
}

/** Charts that say something about a table, the likeliest first; none for a table of one row. Pure. */
export function suggestCharts(schema: TableSchema, statistics: readonly ColumnStatistics[], rowCount?: number): ChartSpec[] {
  const known = new Map(statistics.map((each) => [each.key, each]));
  const facts = ({ key }: TableColumn): ColumnStatistics => known.get(key) ?? { key, nulls: 0, distinct: 0 };
  if (rowCount !== undefined && rowCount < 2) return [];
  const alone = (column: TableColumn) => facts(column).distinct === rowCount;
  const { columns } = schema;

  const measures = columns.filter((column) => isMeasure(column, facts(column), schema, rowCount)).sort(byUnit);
  const moments = columns.filter(
    (column) =>
      facts(column).distinct >= FEWEST_MOMENTS && (isDay(column) || isYear(column, facts(column)) || isMonth(column, facts(column))),
  );
  const categories = columns
    .filter((column) => !moments.includes(column) && isCategory(column, facts(column), schema, MOST_CATEGORIES))
    .sort((a, b) => weight(b, facts(b)) - weight(a, facts(a)));
  const counted = categories.filter((column) => !alone(column));

  const found: Candidate[] = [
    ...placed(schema, facts, measures),
    ...moments.flatMap((x, place) => overTime(x, facts(x), measures, alone(x), place)),
    ...categories.flatMap((x, place) => measures.slice(0, 2).map((y, second) => bar(x, y, 80 - place * 12 - second * 9))),
    ...counted.map((x, place) => ({ spec: titled('bar', x, { aggregate: 'count' }), score: (measures.length ? 62 : 82) - place * 8 })),
    ...slices(categories.filter(few), counted.filter(few), measures, facts),
    ...dots(measures.filter((column) => facts(column).distinct >= FEWEST_DOTS)),
  ];
  return ranked(found);

  function few(column: TableColumn): boolean {
    return facts(column).distinct <= MOST_SLICES && !isPartOfYear(column);
  }
}

const byUnit = (a: TableColumn, b: TableColumn) => Number(b.unit !== undefined) - Number(a.unit !== undefined);

/** Places and few, well filled values first. */
function weight(column: TableColumn, { distinct, nulls }: ColumnStatistics): number {
  return (isPlace(column) ? 30 : 0) + (distinct <= 30 ? 20 : 0) + (distinct >= 3 ? 5 : 0) - (nulls > 0 ? 3 : 0);
}

const bar = (x: TableColumn, y: TableColumn, score: number): Candidate => ({
  spec: titled('bar', x, { y, aggregate: naturalAggregate(y) }),
  score,
});

function overTime(
  x: TableColumn,
  { distinct, min, max }: ColumnStatistics,
  measures: TableColumn[],
  alone: boolean,
  place: number,
): Candidate[] {
  const lines = measures
    .slice(0, 2)
    .map((y, second) => ({ spec: titled('line', x, { y, aggregate: naturalAggregate(y) }), score: 90 - place * 15 - second * 10 }));
  const counts = alone ? [] : [{ spec: titled('line', x, { aggregate: 'count' }), score: (measures.length ? 50 : 85) - place * 10 }];
  const years = Number(String(max).slice(0, 4)) - Number(String(min).slice(0, 4));
  const [y] = measures;
  const calendar = isDay(x) && distinct >= FEWEST_CALENDAR_DAYS && years <= 3 && (y !== undefined || !alone);
  const how = y ? { y, aggregate: naturalAggregate(y) } : ({ aggregate: 'count' } as const);
  return [...lines, ...counts, ...(calendar ? [{ spec: titled('calendar', x, how), score: 58 - place * 10 }] : [])];
}

/** Parts of a whole: counts, or numbers that add up and are never below nought. */
function slices(
  few: TableColumn[],
  counted: TableColumn[],
  measures: TableColumn[],
  facts: (column: TableColumn) => ColumnStatistics,
): Candidate[] {
  const y = measures.find((column) => isAdditive(column) && Number(facts(column).min ?? -1) >= 0);
  return [
    ...(y ? few.slice(0, 1).map((x) => ({ spec: titled('pie', x, { y, aggregate: 'sum' }), score: 60 })) : []),
    ...counted.slice(0, 2).map((x, place) => ({ spec: titled('pie', x, { aggregate: 'count' }), score: 55 - place * 10 })),
  ];
}

const dots = ([x, y]: TableColumn[]): Candidate[] => (x && y ? [{ spec: titled('scatter', x, { y, aggregate: null }), score: 45 }] : []);

/** Codes of one province are drawn as bars, which a column of names has already. */
const isMap = ({ distinct, min, max }: ColumnStatistics, named: boolean) =>
  distinct > 1 && !(named && String(min).slice(0, 2) === String(max).slice(0, 2));

/** Maps, for tables that say where their rows are. */
function placed(
  { columns, point, region }: TableSchema,
  facts: (column: TableColumn) => ColumnStatistics,
  [y]: TableColumn[],
): Candidate[] {
  const named = (key?: string) => columns.find((column) => column.key === key);
  const [longitude, latitude, code] = [named(point?.longitude), named(point?.latitude), named(region)];
  const how = y ? { y, aggregate: naturalAggregate(y) } : ({ aggregate: 'count' } as const);
  return [
    ...(longitude && latitude && facts(longitude).distinct > 1
      ? [{ spec: titled('points', longitude, { y: latitude, aggregate: null }), score: 88 }]
      : []),
    ...(code && isMap(facts(code), columns.some(isPlace)) ? [{ spec: titled('regions', code, how), score: 70 }] : []),
  ];
}

/** The best of each kind first, then the second best. */
function ranked(found: Candidate[]): ChartSpec[] {
  const kinds = new Map<string, number>();
  const sorted = found.toSorted((a, b) => b.score - a.score);
  const rounds = sorted.map(({ spec }) => {
    const round = kinds.get(spec.kind) ?? 0;
    kinds.set(spec.kind, round + 1);
    return { spec, round };
  });
  return rounds
    .filter(({ round }) => round < MOST_OF_ONE_KIND)
    .sort((a, b) => a.round - b.round)
    .slice(0, MOST_SUGGESTED)
    .map(({ spec }) => spec);
}
