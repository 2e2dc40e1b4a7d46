import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { RecordReader } from '../../../catalog/index.js';
import { COLUMN_TYPES, exampleCondition, presentTable, TableReader, viewerOf } from '../../../data/index.js';
import { citationLine, citationSchema } from '../view/citation.js';
import { Cards } from '../view/cards.js';
import type { McpTool, ToolAnswer, ToolCall } from './tool.js';

const MOST_TOP = 10;

const input = z.strictObject({
  dataset: z.string().min(1).max(200).describe('数据的标识符'),
  table: z.string().min(1).max(200).optional().describe('表名；不写为这份数据的全部表'),
});

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const column = z.object({
  name: z.string().describe('列名，在 select、where 中原样使用'),
  key: z.string().describe('英文键名，也可以使用'),
  type: z.enum(COLUMN_TYPES),
  unit: z.string().nullable().describe('单位'),
  description: z.string().nullable(),
  nulls: z.number().nullable().describe('空值的个数；还没有统计时为空，下同'),
  distinct: z.number().nullable().describe('不同值的个数'),
  min: z.string().nullable(),
  max: z.string().nullable(),
  top: z.array(z.object({ value, count: z.number() })).describe('最常见的值'),
});

const output = z.object({
  tables: z.array(
    z.object({
      name: z.string().describe('表名，用于 query_rows'),
      title: z.string(),
      rowCount: z.number(),
      version: z.number(),
      updatedAt: z.string(),
      columns: z.array(column),
      example: z.string().nullable().describe('一个可用的 where'),
      url: z.string().describe('页面网址'),
    }),
  ),
  citation: citationSchema,
});

type Table = z.output<typeof output>['tables'][number];

/** `describe_table` */
@Injectable()
export class DescribeTableTool implements McpTool<typeof input, typeof output> {
  readonly name = 'describe_table';
  readonly title = '数据表有哪些列';
  readonly description = `说明一份数据（dataset）的表：各列的名称、类型、单位、最小最大值、最常见的值，以及总行数。查询前先看它：where 中的列名和取值要与表中完全一致（如区县是写“澜东区”还是代码）。总行数、最大最小值、某列有哪些取值，看它就够了，不必再查询。
例：{"dataset":"lanchuan-ds-fgw-010"}。没有表的数据只有元数据和下载地址，见 get_record。有条件开放的数据须有获批的密钥。`;
  readonly input = input;
  readonly output = output;

  constructor(
    private readonly tables: TableReader,
    private readonly records: RecordReader,
    private readonly cards: Cards,
  ) {}

  async run({ dataset, table }: z.output<typeof input>, call: ToolCall): Promise<ToolAnswer<z.input<typeof output>>> {
    const viewer = viewerOf(call.request);
    const found = table === undefined ? await this.tables.list(dataset, viewer) : [await this.tables.get(dataset, table, viewer)];
    const tables = found.map((readable): Table => {
      const { name, title, rowCount, version, updatedAt, columns, url } = presentTable(readable);
      return {
        ...{ name, title, rowCount, version, updatedAt, url: this.cards.absolute(url) },
        columns: columns.map(({ statistics, ...each }) => ({
          ...{ name: each.name, key: each.key, type: each.type, unit: each.unit, description: each.description },
          nulls: statistics?.nulls ?? null,
          distinct: statistics?.distinct ?? null,
          min: statistics?.min ?? null,
          max: statistics?.max ?? null,
          top: (statistics?.top ?? []).slice(0, MOST_TOP),
        })),
        example: exampleCondition(readable) ?? null,
      };
    });
    const [card] = await this.cards.ofRecords([await this.records.get(dataset, 'dataset')], call);
    const text = tables.length > 0 ? tables.map(textOf).join('\n') : '这份数据没有可以逐行查询的表；下载地址见 get_record。';
    return { structured: { tables, citation: card!.citation }, text: `${text}\n来源：${citationLine(card!.citation)}` };
  }
}

function textOf({ name, title, rowCount, columns, example }: Table): string {
  const described = columns.map(({ name: column, type, unit, min, max, top, distinct }) => {
    const range = min !== null && type !== 'string' ? `，${min} 至 ${max}` : '';
    const values =
      type === 'string' && distinct !== null && distinct <= MOST_TOP ? `，取值：${top.map((each) => String(each.value)).join('、')}` : '';
    return `- ${column}（${type}${unit ? `，${unit}` : ''}${range}${values}）`;
  });
  return [`表 ${name}（${title}）：${rowCount} 行。`, ...described, ...(example ? [`where 的例子：${example}`] : [])].join('\n');
}
