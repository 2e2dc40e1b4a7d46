/** A value as it goes through JSON: whole numbers that a double cannot hold, and exact decimals of more than 15 digits, are text. */
export type PlainValue = string | number | boolean | null;

/** What a column holds, counted over all rows of a version. */
export interface ColumnStatistics {
  key: string;
  nulls: number;
  /** Different values; an estimate above 100,000 rows. */
  distinct: number;
  min?: PlainValue;
  max?: PlainValue;
  /** Mean of numbers. */
  mean?: number;
  /** The most frequent values, the most frequent first. */
  top?: { value: PlainValue; count: number }[];
  /** Rows in ten equal steps from the least to the greatest number. */
  histogram?: number[];
}
