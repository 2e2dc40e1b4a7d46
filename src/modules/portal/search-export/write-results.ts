import { PassThrough, Readable } from 'node:stream';
import { CSV_MARK, csvLine } from '../../kernel/csv.js';
import type { ListedHit } from '../../search/index.js';
import { cellsOf, EXPORT_COLUMNS } from './export-column.js';
import type { ResultPages } from './result-pages.js';

export const RESULT_FORMATS = ['csv', 'xlsx', 'json'] as const;
export type ResultFormat = (typeof RESULT_FORMATS)[number];

type Writer = (results: ResultPages, base: string) => Readable;

/** How a list of results is written; each gives pieces as somebody takes them. */
export const WRITERS: Record<ResultFormat, Writer> = {
  csv: (results, base) => Readable.from(csvText(results, base), { objectMode: false }),
  json: (results, base) => Readable.from(jsonText(results, base), { objectMode: false }),
  xlsx: workbook,
};

async function* csvText({ pages }: ResultPages, base: string): AsyncGenerator<string> {
  yield CSV_MARK + csvLine(EXPORT_COLUMNS.map(({ header }) => header));
  for await (const page of pages) yield page.map((hit) => csvLine(cellsOf(hit, base))).join('');
}

async function* jsonText({ total, count, pages }: ResultPages, base: string): AsyncGenerator<string> {
  yield `{"total":${total},"truncated":${total > count},"records":[`;
  let separator = '\n';
  for await (const page of pages) {
    for (const hit of page) {
      yield separator + JSON.stringify(withAddress(hit, base));
      separator = ',\n';
    }
  }
  yield '\n]}\n';
}

const withAddress = (hit: ListedHit, base: string): ListedHit => ({ ...hit, url: base + hit.url });

function workbook({ pages }: ResultPages, base: string): Readable {
  const output = new PassThrough();
  void (async () => {
    // Takes a moment to load, and few ask for workbooks.
    const { default: excel } = await import('exceljs');
    const book = new excel.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true });
    const sheet = book.addWorksheet('搜索结果', { views: [{ state: 'frozen', ySplit: 1 }] });
    // Text, so that nothing is ever calculated and no number loses its zeros.
    sheet.columns = EXPORT_COLUMNS.map(({ header, width }) => ({ header, width, style: { numFmt: '@' } }));
    sheet.getRow(1).font = { bold: true };
    for await (const page of pages) {
      if (output.destroyed) return;
      for (const hit of page) sheet.addRow(cellsOf(hit, base)).commit();
    }
    sheet.commit();
    await book.commit();
  })().catch((error: unknown) => output.destroy(error as Error));
  return output;
}
