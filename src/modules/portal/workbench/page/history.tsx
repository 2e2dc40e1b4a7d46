import type { HistoryEntry, HistorySubject } from '../../../catalog/index.js';
import { Badge } from '../../component/badge.js';
import type { Site } from '../../layout/site.js';
import type { Difference } from '../difference.js';
import { Differences } from './differences.js';
import { Frame, PostForm, type Visitor } from './frame.js';
import { chinaTime } from '../../component/china-time.js';
import { Person } from './person.js';

interface HistoryPageProps {
  site: Site;
  visitor: Visitor;
  subject: HistorySubject;
  entries: HistoryEntry[];
  /** The two revisions that are compared. */
  before?: number;
  after?: number;
  changes: Difference[];
  restores: boolean;
  errors?: string[];
}

const ACTIONS: Record<string, string> = { created: '发布', updated: '修改', withdrawn: '撤回', validity: '有效性变更' };

/** Every revision of a record, what differs between any two, and the way back to one. */
export function HistoryPage(props: HistoryPageProps) {
  const { site, visitor, subject, entries, before, after, changes, restores, errors } = props;
  const address = `/workbench/records/${encodeURIComponent(subject.identifier)}`;
  return (
    <Frame site={site} title={`修订历史：${subject.title}`} visitor={visitor} errors={errors}>
      <p class="hit-line">
        <Badge tone={subject.status === 'withdrawn' ? 'ended' : 'plain'}>{subject.status === 'withdrawn' ? '已撤回' : '已发布'}</Badge>
        <span>{subject.identifier}</span>
        <a href={`/records/${encodeURIComponent(subject.identifier)}`}>查看公开页面</a>
        <a href={`/records/${encodeURIComponent(subject.identifier)}/proof`}>查看存证</a>
      </p>
      <p class="note">在“旧”“新”两列各选一次修订，再按“比较”。</p>
      <form class="work-form work-form-bare" action={`${address}/history`} method="get">
        <div class="table-scroll" tabIndex={0} role="region" aria-label="修订列表，可左右滚动">
          <table class="states">
            <thead>
              <tr>
                <th scope="col">修订</th>
                <th scope="col">旧</th>
                <th scope="col">新</th>
                <th scope="col">时间</th>
                <th scope="col">办理人</th>
                <th scope="col">动作</th>
                <th scope="col">签名</th>
              </tr>
            </thead>
            <tbody>
              {entries.map(({ revision, createdAt, actor, action, reason, signedAt }) => (
                <tr key={revision}>
                  <th scope="row">第 {revision} 次</th>
                  <td>
                    <Choice name="before" revision={revision} chosen={before} label={`第 ${revision} 次作为旧的一方`} />
                  </td>
                  <td>
                    <Choice name="after" revision={revision} chosen={after} label={`第 ${revision} 次作为新的一方`} />
                  </td>
                  <td>
                    <time dateTime={createdAt.toISOString()}>{chinaTime(createdAt)}</time>
                  </td>
                  <td>
                    <Person name={actor} />
                  </td>
                  <td>
                    {ACTIONS[action] ?? action}
                    {reason && <span class="note">：{reason}</span>}
                  </td>
                  <td>{signedAt ? '已签名' : '未签名'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p>
          <button type="submit">比较</button>
        </p>
      </form>
      <section class="panel">
        <h2>{before === undefined ? `第 ${after ?? 1} 次修订的内容` : `第 ${before} 次与第 ${after ?? before} 次修订的差异`}</h2>
        <Differences changes={changes} sides={before === undefined ? undefined : [`第 ${before} 次`, `第 ${after ?? before} 次`]} />
      </section>
      {restores && entries.length > 1 && (
        <section class="panel" aria-labelledby="restore">
          <h2 id="restore">恢复</h2>
          <PostForm action={`${address}/restoration`} csrf={visitor.csrf}>
            <p class="work-field">
              <label for="revision">恢复哪一次修订的内容</label>
              <select id="revision" name="revision" aria-describedby="revision-help">
                {entries.slice(1).map(({ revision, createdAt }) => (
                  <option key={revision} value={revision} selected={revision === before}>
                    第 {revision} 次（{chinaTime(createdAt)}）
                  </option>
                ))}
              </select>
              <span class="note" id="revision-help">
                会起草一份内容为该次修订的稿件，照常经保密审查和签发才发布；现在的内容仍在修订历史中。
              </span>
            </p>
            <button type="submit">起草恢复</button>
          </PostForm>
        </section>
      )}
    </Frame>
  );
}

function Choice({ name, revision, chosen, label }: { name: string; revision: number; chosen?: number; label: string }) {
  return (
    <label class="tick">
      <input type="radio" name={name} value={revision} checked={revision === chosen} />
      <span class="visually-hidden">{label}</span>
    </label>
  );
}
