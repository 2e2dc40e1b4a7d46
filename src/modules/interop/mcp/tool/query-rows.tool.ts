import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { RecordReader } from '../../../catalog/index.js';
import { AppError } from '../../../kernel/app-error.js';
import {
  COLUMN_TYPES,
  LONGEST_EXPRESSION,
  MOST_ROWS,
  presentRows,
  RowReader,
  TableReader,
  tablePageUrl,
  viewerOf,
} from '../../../data/index.js';
import { citationLine, citationSchema } from '../view/citation.js';
import { Cards } from '../view/cards.js';
import { rowLines } from '../view/row-lines.js';
import type { McpTool, ToolAnswer, ToolCall } from './tool.js';

const LONGEST_LIST = 8_000;

const input = z.strictObject({
  dataset: z.string().min(1).max(200).describe('数据的标识符'),
  table: z.string().min(1).max(200).optional().describe('表名，见 describe_table；数据只有一张表时可以不写'),
  select: z.string().max(LONGEST_LIST).optional().describe('要哪些列或汇总，逗号分隔：区县, sum(金额) as 总额。不写为全部列'),
  where: z.string().max(LONGEST_EXPRESSION).optional().describe("条件：金额 >= 100 and 区县 in ('澜东区','澜西区')"),
  groupBy: z.string().max(LONGEST_LIST).optional().describe('按哪些列分组，逗号分隔；不写 select 时给出各组的行数'),
  orderBy: z.string().max(LONGEST_LIST).optional().describe('排序，降序加 desc：金额 desc'),
  q: z.string().max(200).optional().describe('在任何文本列中都要出现的词'),
  version: z.int().min(1).optional().describe('版本；不写为最新一版'),
  limit: z.int().min(1).max(MOST_ROWS).default(50).describe('每页行数'),
  cursor: z.string().max(4000).optional().describe('上一页的 nextCursor；其他参数不能改变'),
  count: z.boolean().default(false).describe('有条件时也数出总行数'),
});

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const output = z.object({
  table: z.string(),
  version: z.number(),
  columns: z.array(z.object({ name: z.string(), type: z.enum(COLUMN_TYPES), unit: z.string().nullable() })),
  rows: z.array(z.record(z.string(), value)).describe('各行：列名和值'),
  total: z.number().nullable().describe('总行数；有条件而没有写 count 时为空'),
  nextCursor: z.string().nullable(),
  url: z.string().describe('表的页面网址'),
  citation: citationSchema,
});

/** `query_rows` */
@Injectable()
export class QueryRowsTool implements McpTool<typeof input, typeof output> {
  readonly name = 'query_rows';
  readonly title = '查询数据表的行';
  readonly description = `对一张数据表筛选、分组、汇总、排序，得到准确的数字和行。先用 describe_table 看列名和取值。
where：比较 =、!=、<、<=、>、>=、in (…)、contains '…'、startsWith '…'、between … and …、is null，用 and、or、not 和括号连接；文本放在单引号中，日期写 '2025-06-30'。列名含空格等符号的放在双引号中。
select 的汇总：count()、sum(列)、avg(列)、min(列)、max(列)、median(列)、distinct(列)，可加 as 名称；与 groupBy 合用得到各组的数。
例：数一数：{"dataset":"…","select":"count() as 个数","where":"区县 = '澜东区'"}；排名：{"dataset":"…","select":"区县, sum(金额) as 总额","groupBy":"区县","orderBy":"总额 desc","limit":3}；某一天：{"dataset":"…","where":"日期 = '2025-06-30'"}。
条件写错时，返回的话会指出是哪个字符、应怎么写。查询按量计算额度，用完时会告诉多少秒后再来。`;
  readonly input = input;
  readonly output = output;

  constructor(
    private readonly rows: RowReader,
    private readonly tables: TableReader,
    private readonly records: RecordReader,
    private readonly cards: Cards,
  ) {}

  async run({ dataset, table, ...question }: z.output<typeof input>, call: ToolCall): Promise<ToolAnswer<z.input<typeof output>>> {
    const begun = performance.now();
    const viewer = viewerOf(call.request);
    const name = table ?? (await this.onlyTable(dataset, call));
    const page = await this.rows.page(dataset, name, question, viewer, { signal: call.signal, response: call.response });
    const { columns, rows, total, nextCursor, version } = presentRows(page, begun);
    const [card] = await this.cards.ofRecords([await this.records.get(dataset, 'dataset')], call);
    const structured = {
      ...{ table: name, version, columns, total, nextCursor, citation: card!.citation },
      rows: rows as Record<string, z.infer<typeof value>>[],
      url: this.cards.absolute(tablePageUrl(dataset, name)),
    };
    return { structured, text: `${rowLines(structured)}\n来源：${citationLine(structured.citation)}` };
  }

  private async onlyTable(dataset: string, { request }: ToolCall): Promise<string> {
    const tables = (await this.tables.list(dataset, viewerOf(request))).map(({ table }) => table.name);
    if (tables.length === 1) return tables[0]!;
    const message =
      tables.length > 0
        ? `“${dataset}”有 ${tables.length} 张表，请在 table 中写明是哪一张：${tables.slice(0, 20).join('、')}。`
        : `“${dataset}”没有可以逐行查询的表；下载地址见 get_record。`;
    throw new AppError(tables.length > 0 ? 'BAD_REQUEST' : 'NOT_FOUND', message, {
      english: tables.length > 0 ? 'Name the table.' : 'The dataset has no table that can be queried.',
      fields: [{ field: 'table', message: '请写明' }],
    });
  }
}
