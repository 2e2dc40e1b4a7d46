import { type Command, Option } from 'commander';
import type { Instance } from './remote/instance.js';
import { RemoteFailure } from './remote/remote-failure.js';
import { type Column, type Row, ROW_FORMATS, type RowFormat, rowWriter } from './remote/row-writer.js';
import { runRemote } from './remote/run-remote.js';
import { wholeNumber } from './remote/whole-number.js';

const PAGE = 1_000;

interface Page {
  columns: Column[];
  rows: Row[];
  nextCursor: string | null;
}

interface RowOptions {
  where?: string;
  select?: string;
  groupBy?: string;
  orderBy?: string;
  words?: string;
  limit?: number;
  all?: boolean;
  format: RowFormat;
  key?: string;
}

/** `haozhao rows URL DATASET [TABLE]` */
export function addRowsCommand(program: Command): void {
  program
    .command('rows')
    .description('rows of a table of any instance, over its REST interface')
    .argument('<url>', 'address of the site, such as https://data.example.gov.cn')
    .argument('<dataset>', 'identifier of the dataset')
    .argument('[table]', 'name of the table, when there are several')
    .option('--where <expression>', "such as 金额 >= 100 and 区县 = '海陵区'")
    .option('--select <columns>', 'columns and sums: 区县, sum(金额) as 总额')
    .option('--group-by <columns>', 'one row a group')
    .option('--order-by <columns>', '金额 desc, 区县')
    .option('--words <words>', 'words that must stand in some column')
    .option('--limit <number>', 'how many, 50 unless told', wholeNumber)
    .option('--all', 'page by page until the end')
    .addOption(new Option('--format <format>', 'how they are written').choices(ROW_FORMATS).default('table'))
    .option('--key <key>', 'API key')
    .action((url: string, dataset: string, table: string | undefined, options: RowOptions) =>
      runRemote(url, options.key, async (instance, print) => {
        let writer: ReturnType<typeof rowWriter> | undefined;
        for await (const { columns, rows } of pages(instance, dataset, table ?? (await onlyTable(instance, dataset)), options)) {
          writer ??= rowWriter(options.format, columns);
          await print(writer.page(rows));
        }
        if (writer) await print(writer.end());
      }),
    );
}

async function* pages(instance: Instance, dataset: string, table: string, options: RowOptions): AsyncIterable<Page> {
  const { where, select, groupBy, orderBy, words: q, all } = options;
  const path = `datasets/${encodeURIComponent(dataset)}/tables/${encodeURIComponent(table)}/rows`;
  let rest = options.limit ?? (all ? Infinity : 50);
  let cursor: string | undefined;
  do {
    const asked = { where, select, groupBy, orderBy, q, limit: Math.min(rest, PAGE), cursor };
    const page = await instance.get<Page>(path, asked, ['columns', 'rows']);
    yield page;
    rest -= page.rows.length;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && rest > 0);
}

async function onlyTable(instance: Instance, dataset: string): Promise<string> {
  const { tables } = await instance.get<{ tables: { name: string }[] }>(`datasets/${encodeURIComponent(dataset)}/tables`, {}, ['tables']);
  if (tables.length !== 1)
    throw RemoteFailure.ambiguous(
      dataset,
      tables.map(({ name }) => name),
    );
  return tables[0]!.name;
}
