import { quotedColumn } from '../query/quoted-column.js';
import { type ColumnType, isNumeric, type TableColumn } from '../table/table-schema.js';
import type { ReadableTable } from '../table/table-reader.js';
import { tableApiUrl } from '../api/present-table.js';
import { EXPORT_FORMATS } from '../export/export-format.js';

/** Numbers that a double would change are texts. */
const SCHEMAS: Record<ColumnType, object> = {
  string: { type: ['string', 'null'] },
  integer: { type: ['integer', 'string', 'null'] },
  number: { type: ['number', 'string', 'null'] },
  boolean: { type: ['boolean', 'null'] },
  date: { type: ['string', 'null'], format: 'date' },
  datetime: { type: ['string', 'null'] },
  time: { type: ['string', 'null'] },
};

const ORDERED = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'between', 'isNull'];
const OPERATORS: Record<ColumnType, string[]> = {
  string: ['eq', 'ne', 'in', 'contains', 'startsWith', 'isNull'],
  boolean: ['eq', 'isNull'],
  integer: ORDERED,
  number: ORDERED,
  date: ORDERED,
  datetime: ORDERED,
  time: ORDERED,
};

/** OpenAPI 3.1 of exactly one table: its columns by name, what each can be asked, examples out of its own values. Pure. */
export function tableOpenApi(readable: ReadableTable, server: string): object {
  const { record, table, version } = readable;
  const { columns } = version.schema;
  const path = tableApiUrl(record.identifier, table.name);
  const text = (name: string, description: string, example?: string) => ({
    name,
    in: 'query',
    description,
    schema: { type: 'string' },
    ...(example === undefined ? {} : { example }),
  });
  const question = [
    text(
      'select',
      '要哪些列或汇总，逗号分隔',
      columns
        .slice(0, 3)
        .map(({ name }) => name)
        .join(', '),
    ),
    text('where', '条件表达式', exampleCondition(readable)),
    text('groupBy', '按哪些列分组'),
    text('orderBy', '按哪些列排序，降序加 desc'),
    text('q', '在任何文本列中都要出现的词'),
  ];
  const filters = columns
    .slice(0, MOST_DESCRIBED)
    .flatMap((column) =>
      OPERATORS[column.type].map((operator) =>
        text(`${column.name}__${operator}`, `“${column.name}”${LABELS[operator]!}`, exampleOf(readable, column, operator)),
      ),
    );
  return {
    openapi: '3.1.0',
    info: {
      title: `${record.title}：${table.title}`,
      version: `1.0.${version.number}`,
      description: `${record.abstract || record.title}（${Number(version.rowCount).toLocaleString('en')} 行，${columns.length} 列）`,
      contact: { name: record.title, url: server },
    },
    servers: [{ url: server }],
    tags: [{ name: 'rows', description: '逐行查询和下载' }],
    paths: {
      [`${path}/rows`]: {
        get: {
          operationId: 'listRows',
          tags: ['rows'],
          summary: '查询行',
          description: '筛选、分组、汇总、排序、翻页',
          parameters: [
            ...question,
            { name: 'limit', in: 'query', description: '每页行数', schema: { type: 'integer', minimum: 1, maximum: 1000, default: 50 } },
            text('cursor', '上一页的 nextCursor'),
            ...filters,
          ],
          responses: {
            200: { description: '一页行', content: { 'application/json': { schema: { $ref: '#/components/schemas/RowPage' } } } },
            400: { description: '条件有误；说明指出参数、位置和相近的列名' },
          },
        },
      },
      [`${path}/exports/{format}`]: {
        get: {
          operationId: 'exportRows',
          tags: ['rows'],
          summary: '下载',
          description: '整张表，或按与 rows 相同的参数筛选后的行',
          parameters: [
            { name: 'format', in: 'path', required: true, description: '格式', schema: { type: 'string', enum: EXPORT_FORMATS } },
            ...question,
          ],
          responses: { 200: { description: '文件' }, 202: { description: '正在后台生成，稍后再取' } },
        },
      },
    },
    components: {
      schemas: {
        Row: {
          type: 'object',
          properties: Object.fromEntries(
            columns.map(({ name, key, type, unit, description }) => [
              name,
              { ...SCHEMAS[type], description: [description, unit && `单位：${unit}`, `键名 ${key}`].filter(Boolean).join('；') },
            ]),
          ),
        },
        RowPage: {
          type: 'object',
          required: ['rows', 'nextCursor', 'version'],
          properties: {
            rows: { type: 'array', items: { $ref: '#/components/schemas/Row' } },
            total: { type: ['number', 'null'] },
            nextCursor: { type: ['string', 'null'] },
            version: { type: 'integer' },
            tookMs: { type: 'number' },
          },
        },
      },
    },
  };
}

/** Columns of a table whose filters are spelled out one by one. */
const MOST_DESCRIBED = 60;

const LABELS: Record<string, string> = {
  eq: '等于',
  ne: '不等于',
  lt: '小于',
  lte: '不大于',
  gt: '大于',
  gte: '不小于',
  in: '是其中之一（逗号分隔）',
  between: '在两个值之间（逗号分隔）',
  isNull: '为空（true）或不为空（false）',
  contains: '包含',
  startsWith: '以此开头',
};

/** A condition that finds something in this table. Pure. */
export function exampleCondition(readable: ReadableTable): string | undefined {
  const { schema, statistics } = readable.version;
  // Few different values make a condition that finds several rows.
  const distinct = (key: string) => statistics.find((each) => each.key === key)?.distinct ?? Infinity;
  const texts = schema.columns.filter(({ type }) => type === 'string').sort((a, b) => distinct(a.key) - distinct(b.key));
  for (const column of texts.filter(({ key }) => distinct(key) > 1)) {
    const top = statistics.find(({ key }) => key === column.key)?.top?.[0]?.value;
    if (typeof top === 'string' && top.length <= 40 && !top.includes('\n'))
      return `${quotedName(column.name)} = '${top.replaceAll("'", "''")}'`;
  }
  const number = schema.columns.find(isNumeric);
  const least = number && statistics.find(({ key }) => key === number.key)?.min;
  return number && least !== undefined ? `${quotedName(number.name)} >= ${String(least)}` : undefined;
}

const quotedName = (name: string) => (/^[\p{L}\p{N}_（）]+$/u.test(name) ? name : quotedColumn(name));

function exampleOf({ version: { statistics } }: ReadableTable, { key }: TableColumn, operator: string): string | undefined {
  if (operator === 'isNull') return 'false';
  const known = statistics.find((each) => each.key === key);
  const value = known?.top?.[0]?.value ?? known?.min;
  if (value === undefined || value === null) return undefined;
  if (operator === 'between') return known?.max === undefined ? undefined : `${String(known.min)},${String(known.max)}`;
  return String(value).slice(0, 60);
}
