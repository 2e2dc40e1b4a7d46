import type { AuditVerdict, ChainedEntry } from '../../../audit/index.js';
import { Badge } from '../../component/badge.js';
import type { Site } from '../../layout/site.js';
import { Pick } from './choice.js';
import { Frame, Line, PostForm, type Visitor } from './frame.js';
import { chinaTime } from '../../component/china-time.js';
import { actionLabel, OBJECTS } from '../audit-label.js';
import { Person } from './person.js';

interface AuditPageProps {
  site: Site;
  visitor: Visitor;
  events: ChainedEntry[];
  filter: Record<string, string>;
  /** Query of the next page; absent on the last. */
  next?: string;
  chain: { count: number; gapless: boolean; signedDay: string | null };
  verdict?: AuditVerdict;
  errors?: string[];
}

const RESULTS = [
  { value: '', label: '全部' },
  { value: 'ok', label: '办成' },
  { value: 'refused', label: '被拒绝' },
];
const HEADS = ['序号', '时间', '办理人', '动作', '对象', '来自', '结果'];

/** The audit log: its state, a search, the events. */
export function AuditPage({ site, visitor, events, filter, next, chain, verdict, errors }: AuditPageProps) {
  const query = new URLSearchParams(filter).toString();
  return (
    <Frame site={site} title="审计日志" visitor={visitor} errors={errors}>
      <section class="panel">
        <h2>日志的状态</h2>
        <p>
          共 {chain.count.toLocaleString('zh-CN')} 条，{chain.gapless ? '编号连续' : '编号不连续，请立刻核验'}；
          {chain.signedDay ? `已签名至 ${chain.signedDay}` : '还没有签名的日子'}。
        </p>
        {verdict && <Verdict {...verdict} />}
        <PostForm action="/workbench/audit/verification" csrf={visitor.csrf}>
          <button type="submit">核验全部</button>
        </PostForm>
      </section>
      <section class="panel">
        <h2>查询</h2>
        <form action="/workbench/audit" method="get" class="work-form work-grid">
          <Line name="actor" label="办理人" value={filter.actor} />
          <Line name="action" label="动作" value={filter.action} help="或其开头，如 submission、access" />
          <Line name="objectType" label="对象种类" value={filter.objectType} />
          <Line name="objectId" label="对象" value={filter.objectId} />
          <Line name="address" label="来自的地址" value={filter.address} />
          <Pick name="result" label="结果" options={RESULTS} value={filter.result} />
          <Line name="from" label="自（含）" type="date" value={filter.from?.slice(0, 10)} />
          <Line name="to" label="至（不含）" type="date" value={filter.to?.slice(0, 10)} />
          <p class="work-actions">
            <button type="submit">查询</button>{' '}
            <a href={`/workbench/audit/events.csv${query ? `?${query}` : ''}`}>导出查询到的全部（CSV）</a>
          </p>
        </form>
      </section>
      <section class="panel">
        <h2>事件</h2>
        {events.length === 0 && <p class="note">没有符合的事件。</p>}
        {events.length > 0 && (
          <div class="table-scroll" role="region" aria-label="事件" tabIndex={0}>
            <table class="events">
              <thead>
                <tr>
                  {HEADS.map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {events.map((event) => (
                  <tr key={event.seq}>
                    <td>{event.seq}</td>
                    <td>
                      <time dateTime={event.at}>{chinaTime(new Date(event.at))}</time>
                    </td>
                    <td>
                      <Person name={event.actor} account />
                    </td>
                    <td>
                      {actionLabel(event.action)}
                      <span class="note"> {event.action}</span>
                    </td>
                    <td class="object">
                      {OBJECTS[event.objectType] ?? event.objectType} {event.objectId}
                      {event.revision !== null && `（${event.revision}）`}
                    </td>
                    <td>{event.address ?? '—'}</td>
                    <td>{event.result === 'refused' ? <Badge tone="ended">被拒绝</Badge> : event.result === 'ok' ? '办成' : '—'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {next && (
          <p>
            <a href={`/workbench/audit?${next}`}>更早的事件</a>
          </p>
        )}
      </section>
    </Frame>
  );
}

function Verdict({ events, roots, last, flaws }: AuditVerdict) {
  return (
    <div class={flaws.length > 0 ? 'panel panel-error' : 'panel panel-secret'} role="status">
      <p>
        {flaws.length === 0 ? '全部相符' : `发现 ${flaws.length} 处不符`}：{events.toLocaleString('zh-CN')} 条，{roots} 个签名的日子。
      </p>
      <ul>
        {flaws.map(({ seq, flaw }) => (
          <li key={`${seq} ${flaw}`}>
            第 {seq} 条：{flaw}
          </li>
        ))}
      </ul>
      <p class="note">
        日志的末尾：<code>{`${last.seq}:${last.hash}`}</code>。请抄存在别处，日后用 haozhao verify --audit --expect 比对。
      </p>
    </div>
  );
}
