import type { table as zh } from '../zh/table.js';

const AGGREGATES: Record<string, string> = { sum: 'Sum of ', avg: 'Average of ', min: 'Least ', max: 'Greatest ', median: 'Median of ' };

export const table: typeof zh = {
  table: 'Table',
  of: (dataset, title, rows) => `${title}, a table of ${dataset} with ${rows} rows.`,
  lead: (rows, columns, version, day) => `${rows} rows, ${columns} columns; version ${version}, ${day}`,
  data: 'Data',
  words: 'Words',
  wordsHint: 'Words in any text column',
  condition: 'Condition',
  conditionHint: (example) => `A condition is like ${example}; the names of columns sort.`,
  anyExample: 'number > 100',
  query: 'Find',
  allRows: 'All rows',
  total: (rows) => `${rows} rows in all.`,
  rowsCaption: (title) => `${title}: data`,
  none: 'No row meets the condition.',
  wrong: 'This cannot be asked so, please change it',
  yes: 'Yes',
  no: 'No',
  unit: (name, unit) => `${name} (${unit})`,
  ascending: ', ascending',
  descending: ', descending',
  download: 'Download',
  onlyFound: 'Only the rows that were found: ',
  madeLater: 'This table is large: at the first download its file is made, which may take a minute or two; after that it is there at once.',
  parquet: (size) => `Parquet original ${size}`,
  descriptions: 'Descriptions: ',
  formats: {
    csv: 'CSV',
    xlsx: 'Excel',
    json: 'JSON',
    ndjson: 'JSON Lines',
    parquet: 'Parquet',
    geojson: 'GeoJSON',
  },
  types: {
    string: 'Text',
    integer: 'Whole number',
    number: 'Number',
    boolean: 'Yes or no',
    date: 'Date',
    datetime: 'Date and time',
    time: 'Time',
  },
  charts: 'Charts',
  openChart: (title) => `${title}; opens with its data`,
  columns: 'Columns',
  columnsCaption: 'Columns: what they mean and hold',
  columnsColumns: ['Name', 'Key', 'Type', 'Empty', 'Different', 'Least', 'Greatest', 'Most common', 'Description'],
  common: (value, count) => `${value} (${count})`,
  comma: ', ',
  notes: 'Notes of the conversion',
  programs: 'For programs',
  programsWords: 'No sign-in. How to write conditions, groups and sums:',
  programsLink: 'the OpenAPI of this table',
  allPrograms: 'More languages and protocols:',
  allProgramsLink: 'the API page of this data',
  code: (language) => `Example in ${language}, scrolls sideways`,
  chartTitle: (_, { kind, x, y, aggregate, group }) => {
    const measure = y && aggregate !== 'count' ? `${AGGREGATES[aggregate ?? ''] ?? ''}${y}` : 'Rows';
    if (kind === 'points') return 'Where the rows are on the map';
    if (kind === 'regions') return `${measure} by region`;
    if (kind === 'scatter') return `${x} and ${y ?? ''}`;
    if (kind === 'pie') return `Share of each ${x}: ${measure}`;
    if (kind === 'line') return `${measure} over ${x}${group ? `, by ${group}` : ''}`;
    if (kind === 'calendar') return `${measure} day by day, by ${x}`;
    return `${measure} by ${x}${group ? ` and ${group}` : ''}`;
  },
  chartSummary: (_, { count, dots, unit, highest, lowest }) => {
    if (!count) return 'There is nothing to draw.';
    if (dots || !highest || !lowest) return `${count} points.`;
    if (count === 1) return `One value: ${highest.label}, ${highest.value}${unit}.`;
    return `Highest: ${highest.label}, ${highest.value}${unit}. Lowest: ${lowest.label}, ${lowest.value}${unit}. ${count} values.`;
  },
  chartVersion: (version, day) => `Version ${version}, ${day}.`,
  chartData: 'Data',
  chartDataCaption: (title) => `${title}: data`,
  cut: (rows) => `The first ${rows} are listed here; all data is in`,
  embed: 'Show it elsewhere',
  embedWords: 'Put this code into another page to show the chart:',
};
