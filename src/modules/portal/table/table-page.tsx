import {
  type DataTableModel,
  EXPORT_FORMATS,
  isMadeLater,
  isNumeric,
  quotedColumn,
  type RowPage,
  tableApiUrl,
  tablePageUrl,
} from '../../data/index.js';
import { Badge } from '../component/badge.js';
import { sizeText } from '../component/downloads.js';
import { breadcrumbs } from '../../interop/index.js';
import { COLUMNS } from '../layout/column.js';
import { articleMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { CodeExamples } from './code-examples.js';

/** What the visitor asked of a table. */
export interface TableQuestion {
  q?: string;
  where?: string;
  orderBy?: string;
  cursor?: string;
}

/** A chart that fits the table, by its address. */
interface SuggestedChart {
  title: string;
  query: string;
}

export interface TablePageProps {
  site: Site;
  dataset: { title: string; url: string; provider?: string | null };
  table: DataTableModel;
  question: TableQuestion;
  rows: { columns: RowPage['columns']; cells: string[][]; total: number | null; nextCursor: string | null } | undefined;
  /** Why there are no rows. */
  error?: string;
  charts: SuggestedChart[];
  example: string | undefined;
}

const FORMAT_LABELS: Record<string, string> = {
  csv: 'CSV',
  xlsx: 'Excel',
  json: 'JSON',
  ndjson: 'JSON Lines',
  parquet: 'Parquet',
  geojson: 'GeoJSON',
};
const TYPE_LABELS: Record<string, string> = {
  string: '文本',
  integer: '整数',
  number: '数字',
  boolean: '是否',
  date: '日期',
  datetime: '日期时间',
  time: '时刻',
};

/** A table: its rows to look through, its charts, its columns, and how to take it away. */
export function TablePage({ site, dataset, table, question, rows, error, charts, example }: TablePageProps) {
  const asked = Boolean(question.q ?? question.where);
  return (
    <Page
      site={site}
      title={`${table.title} · ${dataset.title}`}
      path={table.url}
      query=""
      hidden={asked || question.cursor !== undefined}
      description={`《${dataset.title}》的表：${table.title}，共 ${table.rowCount.toLocaleString('zh-CN')} 行。`}
      meta={articleMeta(COLUMNS.dataset, {
        title: table.title,
        createdAt: table.updatedAt,
        source: dataset.provider ?? site.name,
        author: dataset.provider,
        url: site.baseUrl + table.url,
      })}
      jsonLd={[
        breadcrumbs(site.baseUrl, [
          { name: '数据', path: '/search?kind=dataset' },
          { name: dataset.title, path: dataset.url },
          { name: table.title, path: table.url },
        ]),
      ]}
    >
      <article>
        <header class="record-head">
          <p class="record-kind">
            <Badge>表</Badge> <a href={dataset.url}>{dataset.title}</a>
          </p>
          <h1>{table.title}</h1>
          <p class="lead">
            {table.rowCount.toLocaleString('zh-CN')} 行，{table.columns.length} 列；第 {table.version} 版，{table.updatedAt.slice(0, 10)}
          </p>
        </header>
        <section class="panel" aria-labelledby="rows">
          <h2 id="rows">数据</h2>
          <form class="table-form" method="get" action={table.url}>
            <label>
              查找词 <input type="search" name="q" value={question.q ?? ''} maxLength={200} placeholder="在任何文本列中出现的词" />
            </label>
            <label>
              条件{' '}
              <input
                type="text"
                name="where"
                value={question.where ?? ''}
                maxLength={4000}
                placeholder={example}
                size={40}
                aria-describedby={error ? 'table-error' : 'table-hint'}
              />
            </label>
            {question.orderBy && <input type="hidden" name="orderBy" value={question.orderBy} />}
            <button type="submit">查询</button> {asked && <a href={table.url}>全部行</a>}
          </form>
          {error ? (
            <p id="table-error" class="error" role="alert">
              {error}
            </p>
          ) : (
            <p id="table-hint" class="note">
              条件如 {example ?? '序号 > 100'}；点列名排序。
              {rows?.total !== null && rows?.total !== undefined && `共 ${rows.total.toLocaleString('zh-CN')} 行。`}
            </p>
          )}
          {rows && <Rows table={table} question={question} rows={rows} />}
        </section>
        <Downloads table={table} question={question} />
        {charts.length > 0 && <Charts table={table} charts={charts} />}
        <Columns table={table} />
        {table.notes.length > 0 && (
          <section class="panel quiet" aria-labelledby="notes">
            <h2 id="notes">转换说明</h2>
            <ul>
              {table.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </section>
        )}
        <CodeExamples site={site} table={table} example={example} />
      </article>
    </Page>
  );
}

function addressWith(table: DataTableModel, question: TableQuestion): string {
  const entries = Object.entries(question).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const query = new URLSearchParams(entries).toString();
  return query === '' ? table.url : `${table.url}?${query}`;
}

function Rows({ table, question, rows }: { table: DataTableModel; question: TableQuestion; rows: NonNullable<TablePageProps['rows']> }) {
  const { cursor: _, ...kept } = question;
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label="数据表格，可左右滚动">
        <table class="rows">
          <thead>
            <tr>
              {rows.columns.map(({ name, type, unit }) => {
                const quoted = quotedColumn(name);
                const ascending = question.orderBy === quoted;
                const descending = question.orderBy === `${quoted} desc`;
                return (
                  <th
                    scope="col"
                    key={name}
                    aria-sort={ascending ? 'ascending' : descending ? 'descending' : undefined}
                    class={isNumeric({ type }) ? 'number' : undefined}
                  >
                    <a href={addressWith(table, { ...kept, orderBy: ascending ? `${quoted} desc` : quoted })}>
                      {name}
                      {unit && !name.includes(unit) && `（${unit}）`}
                      {ascending ? ' ↑' : descending ? ' ↓' : ''}
                    </a>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.cells.map((cells, index) => (
              <tr key={index}>
                {cells.map((cell, place) => (
                  <td key={place} class={isNumeric(rows.columns[place]!) ? 'number' : undefined}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.cells.length === 0 && <p>没有符合条件的行。</p>}
      <p class="pager">
        {question.cursor && <a href={addressWith(table, kept)}>回到第一页</a>}{' '}
        {rows.nextCursor && (
          <a href={addressWith(table, { ...kept, cursor: rows.nextCursor })} rel="next">
            下一页
          </a>
        )}
      </p>
    </>
  );
}

function Downloads({ table, question }: { table: DataTableModel; question: TableQuestion }) {
  const base = `${tableApiUrl(table.dataset, table.name)}/exports`;
  const { cursor: _, orderBy: __, ...filter } = question;
  const query = new URLSearchParams(Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]))).toString();
  const isPlaced = table.columns.some(({ name }) => /^(经度|geometry|lng|lon|longitude)$/iu.test(name));
  const formats = EXPORT_FORMATS.filter((format) => format !== 'geojson' || isPlaced);
  return (
    <section class="panel" aria-labelledby="exports">
      <h2 id="exports">下载</h2>
      <p class="formats">
        {formats.map((format) => (
          <a key={format} class="download" href={`${base}/${format}`} download>
            {FORMAT_LABELS[format]}
          </a>
        ))}
      </p>
      {query !== '' && (
        <p class="note">
          只要查到的行：
          {formats.map((format) => (
            <a key={format} href={`${base}/${format}?${query}`} download>
              {FORMAT_LABELS[format]}{' '}
            </a>
          ))}
        </p>
      )}
      {isMadeLater(table) && <p class="note">这张表较大：第一次下载时要先生成文件，可能要等一两分钟；生成后立即可得。</p>}
      <p class="note">
        Parquet 原件 {sizeText(table.byteSize)}；说明文件：
        <a href={`${tableApiUrl(table.dataset, table.name)}/datapackage.json`}>Data Package</a>、
        <a href={`${tableApiUrl(table.dataset, table.name)}/csv-metadata.json`}>CSVW</a>、
        <a href={`${table.url}/croissant.json`}>Croissant</a>、
        <a href={`${tableApiUrl(table.dataset, table.name)}/openapi.json`}>OpenAPI</a>
      </p>
    </section>
  );
}

function Charts({ table, charts }: { table: DataTableModel; charts: SuggestedChart[] }) {
  const base = `${tablePageUrl(table.dataset, table.name)}/chart`;
  return (
    <section class="panel" aria-labelledby="charts">
      <h2 id="charts">图表</h2>
      <div class="charts">
        {charts.map(({ title, query }) => (
          <figure key={query}>
            <a href={`${base}?${query}`}>
              <img
                src={`${base}.svg?${query}&width=400&height=260`}
                width={400}
                height={260}
                alt={`${title}；打开可看数据`}
                loading="lazy"
              />
            </a>
            <figcaption>{title}</figcaption>
          </figure>
        ))}
      </div>
    </section>
  );
}

function Columns({ table }: { table: DataTableModel }) {
  return (
    <section class="panel" aria-labelledby="columns">
      <h2 id="columns">各列</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label="各列的说明，可左右滚动">
        <table>
          <thead>
            <tr>
              {['列名', '键名', '类型', '空值', '不同值', '最小', '最大', '常见值', '说明'].map((name) => (
                <th scope="col" key={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.columns.map(({ key, name, type, unit, description, statistics }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>
                  <code>{key}</code>
                </td>
                <td>
                  {TYPE_LABELS[type]}
                  {unit && `（${unit}）`}
                </td>
                <td class="number">{statistics?.nulls.toLocaleString('zh-CN')}</td>
                <td class="number">{statistics?.distinct.toLocaleString('zh-CN')}</td>
                <td>{statistics?.min?.slice(0, 30)}</td>
                <td>{statistics?.max?.slice(0, 30)}</td>
                <td>
                  {statistics?.top
                    .slice(0, 3)
                    .map(({ value, count }) => `${String(value).slice(0, 20)}（${count}）`)
                    .join('、')}
                </td>
                <td>{description}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
