import type { TableColumn } from '../table/table-schema.js';

/** `calendar` is a heat map of days; `points` places rows by their coordinates, `regions` by their division codes (GB/T 2260). */
export const CHART_KINDS = ['bar', 'line', 'pie', 'scatter', 'calendar', 'points', 'regions'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

export const CHART_AGGREGATES = ['count', 'sum', 'avg', 'min', 'max', 'median'] as const;
export type ChartAggregate = (typeof CHART_AGGREGATES)[number];

/** A chart of a table: keys of its columns, and how values are made from rows. */
export interface ChartSpec {
  kind: ChartKind;
  /** What stands along it; the longitude of `points`. */
  x: string;
  /** What is measured; absent where rows are counted. The latitude of `points`. */
  y?: string;
  /** Null where every row is a dot: `scatter` and `points`. */
  aggregate: ChartAggregate | null;
  /** Column that parts bars or lines into series. */
  group?: string;
  title: string;
}

export const isNumeric = ({ type }: TableColumn): boolean => type === 'integer' || type === 'number';
export const isDay = ({ type }: TableColumn): boolean => type === 'date' || type === 'datetime';
/** Kinds in which each row is a dot of its own. */
export const hasDots = (kind: ChartKind): boolean => kind === 'scatter' || kind === 'points';
