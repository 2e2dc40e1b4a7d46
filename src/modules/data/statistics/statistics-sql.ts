import type { ColumnStatistics, PlainValue } from '../table/column-statistics.js';
import type { TableColumn } from '../table/table-schema.js';

/** Above this many rows different values are estimated, not counted. */
const COUNTED_ROWS = 100_000;
/** Values of columns with more different ones say nothing by being frequent. */
export const MOST_DISTINCT = 100_000;
const TOP = 10;
const STEPS = 10;

/** A name of ours as SQL has it. */
const column = ({ key }: TableColumn) => `"${key}"`;

export const isNumeric = ({ type }: TableColumn) => type === 'integer' || type === 'number';

/** One row with four or five numbers a column, in the order of the columns. Pure. */
export function summarySql(columns: readonly TableColumn[], rowCount: number): string {
  const parts = columns.flatMap((each) => {
    const name = column(each);
    const distinct = rowCount > COUNTED_ROWS ? `approx_count_distinct(${name})` : `count(DISTINCT ${name})`;
    return [`count(*) - count(${name})`, distinct, `min(${name})`, `max(${name})`, isNumeric(each) ? `avg(${name}::DOUBLE)` : 'NULL'];
  });
  return `SELECT ${parts.join(', ')} FROM read_parquet($file)`;
}

/** What the row of `summarySql` says. Pure. */
export function summaryOf(columns: readonly TableColumn[], [row]: PlainValue[][]): ColumnStatistics[] {
  return columns.map(({ key, ...each }, index) => {
    const [nulls, distinct, min, max, mean] = row!.slice(index * 5, index * 5 + 5);
    return {
      key,
      nulls: Number(nulls),
      distinct: Number(distinct),
      ...(min === null ? {} : { min, max }),
      ...(typeof mean === 'number' && isNumeric({ key, ...each }) ? { mean } : {}),
    };
  });
}

/** The most frequent values of a column. Pure. */
export function topSql(each: TableColumn): string {
  const name = column(each);
  return `SELECT ${name}, count(*) AS n FROM read_parquet($file) WHERE ${name} IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1 LIMIT ${TOP}`;
}

/** Rows in equal steps between the least and the greatest number; pairs of step (from 0) and count. Pure. */
export function histogramSql(each: TableColumn): string {
  const name = `${column(each)}::DOUBLE`;
  return `WITH bounds AS (SELECT min(${name}) AS low, max(${name}) AS high FROM read_parquet($file))
    SELECT CASE WHEN high = low THEN 0 ELSE least(${STEPS - 1}, floor((${name} - low) / (high - low) * ${STEPS})) END::INTEGER AS step, count(*)
      FROM read_parquet($file), bounds WHERE ${name} IS NOT NULL GROUP BY 1 ORDER BY 1`;
}

/** The list of counts that the rows of `histogramSql` mean. Pure. */
export function histogramOf(rows: PlainValue[][]): number[] {
  const counts = Array.from({ length: STEPS }, () => 0);
  for (const [step, count] of rows) counts[Number(step)] = Number(count);
  return counts;
}
