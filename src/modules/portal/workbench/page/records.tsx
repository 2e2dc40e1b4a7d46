import type { LedRow } from '../../../catalog/index.js';
import { Badge } from '../../component/badge.js';
import type { Site } from '../../layout/site.js';
import { type RecordQuery, recordsUrl } from '../record-query.js';
import { Frame, type Visitor } from './frame.js';
import { Pages, Select } from './list-parts.js';

interface RecordsPageProps {
  site: Site;
  visitor: Visitor;
  query: RecordQuery;
  rows: LedRow[];
  total: number;
  pages: number;
  departments: { code: string; name: string }[];
}

/** What the department has published, and what can be done with each. */
export function RecordsPage({ site, visitor, query, rows, total, pages, departments }: RecordsPageProps) {
  return (
    <Frame site={site} title="已发布的记录" visitor={visitor}>
      <form class="filter" action="/workbench/records" method="get" role="search" aria-label="查找已发布的记录">
        <label>
          <span>标题或标识符</span>
          <input type="search" name="text" value={query.text ?? ''} />
        </label>
        <Select name="kind" label="种类" value={query.kind} options={{ dataset: '数据', document: '文件' }} />
        <Select name="status" label="状态" value={query.status} options={{ published: '公开中', withdrawn: '已撤回' }} />
        <Select name="lack" label="缺什么" value={query.lack} options={{ abstract: '没有摘要', keywords: '没有关键词' }} />
        {departments.length > 1 && (
          <Select
            name="department"
            label="部门"
            value={query.department}
            options={Object.fromEntries(departments.map(({ code, name }) => [code, name]))}
          />
        )}
        <button type="submit">查找</button>
      </form>
      <section class="panel">
        <h2>共 {total} 条</h2>
        {rows.length === 0 && <p class="note">没有这样的记录，请放宽条件。</p>}
        <ul class="tasks">
          {rows.map((row) => (
            <RecordLine key={row.identifier} row={row} writes={visitor.writes} />
          ))}
        </ul>
      </section>
      <Pages page={query.page} pages={pages} url={(page) => recordsUrl({ ...query, page })} />
    </Frame>
  );
}

function RecordLine({ row, writes }: { row: LedRow; writes: boolean }) {
  const name = encodeURIComponent(row.identifier);
  const published = row.status === 'published';
  return (
    <li>
      <a href={`/records/${name}`}>{row.title}</a> <Badge tone={published ? 'plain' : 'ended'}>{published ? '公开中' : '已撤回'}</Badge>
      <span class="note">
        {row.kind === 'dataset' ? '数据' : '文件'} · {row.identifier} · {row.publishedOn ?? '未注明发布日期'} · 第 {row.revision} 次修订
      </span>
      <span class="record-actions">
        <a href={`/workbench/records/${name}/history`} aria-label={`修订历史：${row.title}`}>
          修订历史
        </a>
        {row.kind === 'dataset' && (
          <a href={`/workbench/records/${name}/tables`} aria-label={`表格：${row.title}`}>
            表格
          </a>
        )}
        {writes && published && (
          <>
            <a href={`/workbench/new?kind=${row.kind}&identifier=${name}`} aria-label={`修改：${row.title}`}>
              修改
            </a>
            <a href={`/workbench/withdraw?identifier=${name}`} aria-label={`撤回：${row.title}`}>
              撤回
            </a>
          </>
        )}
      </span>
    </li>
  );
}
