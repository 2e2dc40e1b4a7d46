import { DUTY_LABELS, type DutyWithTitle, type NoticeRow } from '../../../catalog/index.js';
import { chinaTime } from '../../component/china-time.js';
import type { Site } from '../../layout/site.js';
import { Frame, PostForm, type Visitor } from './frame.js';

/** A duty with whether the visitor may complete it. */
export interface ShownDuty {
  duty: DutyWithTitle;
  completes: boolean;
}

interface NoticesProps {
  site: Site;
  visitor: Visitor;
  notices: NoticeRow[];
  duties: ShownDuty[];
  mail: { wanted: boolean; address: string | null };
  errors?: string[];
}

function NoticeList({ notices, csrf }: { notices: NoticeRow[]; csrf: string }) {
  const unread = notices.filter(({ readAt }) => readAt === null);
  return (
    <section class="panel">
      <h2>通知（{unread.length} 条未读）</h2>
      {notices.length === 0 && <p class="note">没有通知。</p>}
      <ul class="tasks">
        {notices.map(({ id, subject, text, link, dueOn, createdAt, readAt }) => (
          <li key={id}>
            {readAt === null ? <strong>未读</strong> : <span class="note">已读</span>} <a href={link}>{subject}</a>
            {dueOn && <> 期限 {dueOn}</>}
            <span class="note">
              {text} {chinaTime(createdAt)}
            </span>
          </li>
        ))}
      </ul>
      {unread.length > 0 && (
        <PostForm action="/workbench/notices/read" csrf={csrf} inline>
          <button type="submit">全部标为已读</button>
        </PostForm>
      )}
    </section>
  );
}

function DutyItem({ duty, completes, csrf }: ShownDuty & { csrf: string }) {
  const { id, kind, identifier, title, dueOn, recordKind } = duty;
  return (
    <li>
      {DUTY_LABELS[kind]}：{title ? <a href={`/${recordKind}s/${encodeURIComponent(identifier)}`}>{title}</a> : identifier}{' '}
      <span class="note">应于 {dueOn} 前办理</span>
      {completes && (
        <details>
          <summary>办结</summary>
          <PostForm action={`/workbench/duties/${id}/completion`} csrf={csrf}>
            <p class="work-field">
              <label for={`result-${id}`}>
                结果和理由<span class="required">（必填）</span>
              </label>
              <textarea id={`result-${id}`} name="result" rows={2} />
            </p>
            <p class="work-field">
              <label for={`next-${id}`}>下次检查日期（不填则按惯例）</label>
              <input id={`next-${id}`} name="nextReviewOn" type="date" />
            </p>
            <button type="submit">办结</button>
          </PostForm>
        </details>
      )}
    </li>
  );
}

/** What the visitor has been told, what the department has to see to, and whether notices come by mail. */
export function NoticesPage({ site, visitor, notices, duties, mail, errors }: NoticesProps) {
  return (
    <Frame site={site} title="通知" visitor={visitor} errors={errors}>
      <NoticeList notices={notices} csrf={visitor.csrf} />
      <section class="panel" id="duties">
        <h2>本部门公开事项（{duties.length}）</h2>
        {duties.length === 0 ? (
          <p class="note">没有待办的公开事项。</p>
        ) : (
          <ul class="tasks">
            {duties.map((shown) => (
              <DutyItem key={shown.duty.id} {...shown} csrf={visitor.csrf} />
            ))}
          </ul>
        )}
      </section>
      <section class="panel">
        <h2>邮件</h2>
        <p>
          {mail.address ? `通知${mail.wanted ? '' : '不'}发到 ${mail.address}。` : '账号没有登记邮箱，通知只在这里显示。'}
          邮件只写题目、期限和网址，不带稿件内容。
        </p>
        <PostForm action="/workbench/notices/mail" csrf={visitor.csrf} inline>
          <input type="hidden" name="mail" value={mail.wanted ? 'off' : 'on'} />
          <button type="submit">{mail.wanted ? '不再发邮件' : '同时发邮件'}</button>
        </PostForm>
      </section>
    </Frame>
  );
}
