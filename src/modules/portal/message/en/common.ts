import type { common as zh } from '../zh/common.js';

export const common: typeof zh = {
  searchLabel: 'Search data and documents',
  searchPlaceholder: 'Words, a question or a document number, in Chinese',
  search: 'Search',
  suggestions: 'Suggestions',
  more: 'More',
  all: 'All',
  dataset: 'Data',
  document: 'Document',
  external: ' (another website)',
  scrollTable: 'Table, scrolls sideways',
  firstPage: 'First page',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  pages: 'Pages',
  searchAway:
    'Search is not available at the moment, please try again later. Records whose address you know and the pages of departments still open.',
  contents: 'Contents',
  required: 'required',
  mend: (count) => (count === 1 ? 'One thing needs mending' : `${count} things need mending`),
  bytes: (value, unit) => `${value} ${unit}`,
  partly: ' (in part)',
  notHere: ' (not in this catalog)',
  rows: (count) => `${count} rows`,
  requestId: (id) => `Request: ${id}`,
};
