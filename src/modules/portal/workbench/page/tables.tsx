import { type ConversionOverview, tablePageUrl, type UsageDay } from '../../../data/index.js';
import { Badge } from '../../component/badge.js';
import { chinaTime } from '../../component/china-time.js';
import type { Site } from '../../layout/site.js';
import { Frame, type Visitor } from './frame.js';

interface TablesPageProps extends ConversionOverview {
  site: Site;
  visitor: Visitor;
  /** Uses of the last thirty days. */
  days: UsageDay[];
}

type ConversionRow = ConversionOverview['conversions'][number];

const STATES: Record<ConversionRow['state'], string> = { waiting: '等待转换', running: '正在转换', done: '已转换', failed: '没有转换成' };

/** The tables of a dataset, how often they are used, and what its department should know of each file. */
export function TablesPage({ site, visitor, record, tables, conversions, days }: TablesPageProps) {
  return (
    <Frame site={site} title={`表格：${record.title}`} visitor={visitor}>
      <p class="hit-line">
        <span>{record.identifier}</span>
        <a href={`/records/${encodeURIComponent(record.identifier)}`}>查看公开页面</a>
      </p>
      <section class="panel" aria-labelledby="tables">
        <h2 id="tables">可以逐行查询的表（{tables.length}）</h2>
        {tables.length === 0 ? (
          <p class="note">还没有。csv、xlsx、ods、json、parquet 附件发布后几分钟内会变成表；也可以由程序推送。</p>
        ) : (
          <TableList identifier={record.identifier} tables={tables} days={days} />
        )}
      </section>
      <section class="panel" aria-labelledby="files">
        <h2 id="files">附件的转换</h2>
        {conversions.length === 0 && <p class="note">没有可以转换成表的附件。</p>}
        {conversions.map((row) => (
          <File key={row.id} row={row} />
        ))}
      </section>
    </Frame>
  );
}

function TableList({ identifier, tables, days }: { identifier: string } & Pick<TablesPageProps, 'tables' | 'days'>) {
  const uses = (name: string, of: 'rows' | 'exports' | 'previews') =>
    days.filter(({ table }) => table === name).reduce((sum, day) => sum + day[of], 0);
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label="各张表，可左右滚动">
      <table class="states">
        <caption class="note">使用次数为最近三十天</caption>
        <thead>
          <tr>
            <th scope="col">表</th>
            <th scope="col">来源</th>
            <th scope="col">版本</th>
            <th scope="col">行数</th>
            <th scope="col">更新时间</th>
            <th scope="col">接口查询</th>
            <th scope="col">导出</th>
            <th scope="col">网页查看</th>
          </tr>
        </thead>
        <tbody>
          {tables.map(({ table, version }) => (
            <tr key={table.id}>
              <th scope="row">
                {table.retiredAt === null ? <a href={tablePageUrl(identifier, table.name)}>{table.title}</a> : `${table.title}（已移除）`}
              </th>
              <td>{table.origin === 'push' ? '程序推送' : `附件“${table.fileTitle}”`}</td>
              <td>第 {version.number} 版</td>
              <td class="number">{Number(version.rowCount).toLocaleString('zh-CN')}</td>
              <td>{chinaTime(version.createdAt)}</td>
              <td class="number">{uses(table.name, 'rows')}</td>
              <td class="number">{uses(table.name, 'exports')}</td>
              <td class="number">{uses(table.name, 'previews')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function File({ row }: { row: ConversionRow }) {
  const { title, state, rowsRead, error, notes, queuedAt, finishedAt } = row;
  return (
    <div class="file-check">
      <h3>
        {title} <Badge tone={state === 'failed' ? 'ended' : 'plain'}>{STATES[state]}</Badge>
      </h3>
      <p class="note">
        {finishedAt ? `${chinaTime(finishedAt)} 完成` : `${chinaTime(queuedAt)} 提出`}
        {rowsRead === '0' ? '' : `，读了 ${Number(rowsRead).toLocaleString('zh-CN')} 行`}
      </p>
      {error !== null && <p class="wrong">{error}</p>}
      {notes.length > 0 && (
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
