/** What tells series apart beside their colour: how bars are filled, how lines are drawn and what stands at their points. */
export const MARKS = ['solid', 'hatched', 'open', 'dotted'] as const;
export type Mark = (typeof MARKS)[number];

/** One row of values. */
export interface Series {
  key: string;
  label: string;
  mark: Mark;
  /** A value for each label of the chart; null where there is none. */
  values: readonly (number | null)[];
  /** Where the records behind each value are. */
  hrefs?: readonly (string | undefined)[];
}

/** What a chart shows. */
export interface ChartData {
  /** Unique in the page. */
  id: string;
  title: string;
  /** One sentence that says what can be seen, for those who do not see it. */
  description: string;
  /** What stands along the ground: months, departments. */
  labels: readonly string[];
  /** They are moments: where there is no room for all, the latest are seen first. */
  latestLast?: boolean;
  /** What these are, as the head of the first column of the table. */
  labelHead: string;
  /** What is counted. */
  unit: string;
  series: readonly Series[];
  /** Values have fractions, as percentages do. */
  fractions?: boolean;
  /** Highest value there can be, for shares. */
  most?: number;
}

/** Whether there is nothing to draw. Pure. */
export const isEmpty = ({ series }: Pick<ChartData, 'series'>): boolean =>
  series.every(({ values }) => values.every((value) => value === null || value === 0));
