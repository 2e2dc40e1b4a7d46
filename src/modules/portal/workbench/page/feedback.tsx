import type { Department } from '../../../department/index.js';
import {
  CONTACT_MONTHS,
  FEEDBACK_DAYS,
  FEEDBACK_KIND_LABELS,
  FEEDBACK_STATE_LABELS,
  type FeedbackCase,
  type FeedbackKind,
  type FeedbackState,
} from '../../../feedback/index.js';
import type { AppError } from '../../../kernel/app-error.js';
import { chinaTime } from '../../component/china-time.js';
import { Fields, WebLink } from '../../component/fields.js';
import type { Site } from '../../layout/site.js';
import { type Form, textOf } from '../form-text.js';
import { Select } from './list-parts.js';
import { Frame, PostForm, type Visitor } from './frame.js';

/** A step that was refused: of which case, and what was written. */
export interface Refused {
  id: string;
  form: Form;
  error: AppError;
}

/** A case with whether the visitor may answer it. */
interface ShownCase {
  each: FeedbackCase;
  answers: boolean;
}

interface DeskProps {
  site: Site;
  visitor: Visitor;
  cases: ShownCase[];
  state?: FeedbackState;
  kind?: FeedbackKind;
  refused?: Refused;
}

/** Sentences of an error: of each field, or the error's own. */
function sentencesOf({ message, details }: AppError): string[] {
  return details.fields?.length ? details.fields.map((field) => field.message) : [message];
}

function AnswerForm({ each, csrf, form }: { each: FeedbackCase; csrf: string; form?: Form }) {
  const { id, kind } = each;
  const written = form && textOf(form, 'answer');
  return (
    <details open={Boolean(written)}>
      <summary>答复</summary>
      <PostForm action={`/workbench/feedback/${id}/answer`} csrf={csrf}>
        <p class="work-field">
          <label for={`answer-${id}`}>
            答复，提交的人看得到<span class="required">（必填）</span>
          </label>
          <textarea id={`answer-${id}`} name="answer" rows={4} maxLength={2000}>
            {written}
          </textarea>
        </p>
        <fieldset class="work-ticks">
          <legend>答复之后</legend>
          {kind !== 'demand' && (
            <label>
              <input type="checkbox" name="publish" checked={form?.['publish'] === 'on'} /> 连同原话公开在记录的页面上（须不含个人信息）
            </label>
          )}
          {kind === 'correction' && (
            <label>
              <input type="checkbox" name="confirmed" checked={form?.['confirmed'] === 'on'} /> 确认记录有误，将予更正
            </label>
          )}
          {kind === 'demand' && <p class="note">需求不公开，只有提交的人看得到答复。</p>}
        </fieldset>
        <button type="submit">答复</button>
      </PostForm>
    </details>
  );
}

function DeclineForm({ each: { id }, csrf, form }: { each: FeedbackCase; csrf: string; form?: Form }) {
  const written = form && textOf(form, 'reason');
  return (
    <details open={Boolean(written)}>
      <summary>不予采纳</summary>
      <PostForm action={`/workbench/feedback/${id}/decline`} csrf={csrf}>
        <p class="work-field">
          <label for={`reason-${id}`}>
            理由，提交的人看得到<span class="required">（必填）</span>
          </label>
          <textarea id={`reason-${id}`} name="reason" rows={2} maxLength={1000}>
            {written}
          </textarea>
        </p>
        <button type="submit">不予采纳</button>
      </PostForm>
    </details>
  );
}

/** How much time is left. */
function clockOf({ state, dueOn, overdue, daysLeft }: FeedbackCase): string | null {
  if (state !== 'waiting') return overdue ? `应于 ${dueOn} 前答复，超期办结` : null;
  return overdue ? `${dueOn}（已超期）` : `${dueOn}（还剩 ${daysLeft} 个工作日）`;
}

function Case({ each }: { each: FeedbackCase }) {
  const { id, number, kind, title, recordTitle, recordUrl } = each;
  return (
    <>
      <h2 id={`case-${id}`}>
        {FEEDBACK_KIND_LABELS[kind]}：{recordUrl ? <a href={recordUrl}>{recordTitle}</a> : title}
      </h2>
      <Fields
        fields={[
          ['状态', FEEDBACK_STATE_LABELS[each.state] + (each.published ? '，已公开' : '')],
          ['期限', clockOf(each)],
          ['编号', number],
          ['提交时间', chinaTime(each.submittedAt)],
          ['名称', recordUrl && title],
          ['网址', each.address && <WebLink href={each.address} />],
          ['内容', <span class="kept-lines">{each.text}</span>],
          [each.state === 'declined' ? '理由' : '答复', each.answer && <span class="kept-lines">{each.answer}</span>],
          ['核实', each.confirmed && '已确认记录有误'],
          ['办理', each.decidedAt && [each.decidedBy, chinaTime(each.decidedAt)].filter(Boolean).join('，')],
        ]}
      />
    </>
  );
}

/** What the department is asked and told, with the clocks, and the forms to answer. */
export function FeedbackDeskPage({ site, visitor, cases, state, kind, refused }: DeskProps) {
  const csrf = visitor.csrf;
  return (
    <Frame site={site} title="公众反馈" visitor={visitor} errors={refused && sentencesOf(refused.error)}>
      <p class="note">
        公众不用登录就能对记录提问、纠错、提交应用案例，或提出没有找到的需求。提问、纠错、案例 {FEEDBACK_DAYS.question} 个工作日内、需求{' '}
        {FEEDBACK_DAYS.demand} 个工作日内答复；公开之前只有提交的人和本部门看得到。提交的人留的邮箱只用来寄送答复，部门看不到，办结{' '}
        {CONTACT_MONTHS} 个月后删除。
      </p>
      <form class="filter" action="/workbench/feedback" method="get" role="search" aria-label="筛选反馈">
        <Select name="state" label="状态" value={state} options={FEEDBACK_STATE_LABELS} />
        <Select name="kind" label="种类" value={kind} options={FEEDBACK_KIND_LABELS} />
        <button type="submit">筛选</button>
      </form>
      {cases.length === 0 && <p class="panel note">没有这样的反馈。</p>}
      {cases.map(({ each, answers }) => {
        const form = refused?.id === each.id ? refused.form : undefined;
        return (
          <section class="panel" key={each.id} aria-labelledby={`case-${each.id}`}>
            <Case each={each} />
            {answers && each.state === 'waiting' && (
              <>
                <AnswerForm each={each} csrf={csrf} form={form} />
                <DeclineForm each={each} csrf={csrf} form={form} />
              </>
            )}
            {answers && each.published && (
              <PostForm action={`/workbench/feedback/${each.id}/unpublish`} csrf={csrf}>
                <button type="submit" class="plain">
                  取消公开
                </button>
              </PostForm>
            )}
          </section>
        );
      })}
    </Frame>
  );
}

/** What names no department, for the administrator to hand to one. */
export function UnassignedPage({
  site,
  visitor,
  cases,
  departments,
  error,
}: {
  site: Site;
  visitor: Visitor;
  cases: FeedbackCase[];
  departments: Department[];
  error?: string;
}) {
  return (
    <Frame site={site} title="待转办的反馈" visitor={visitor} errors={error === undefined ? [] : [error]}>
      <p class="note">提交时没有写明部门，或所说的记录没有登记部门。期限从提交之日算起，请尽快转给应当答复的部门。</p>
      {cases.length === 0 && <p class="panel note">没有待转办的反馈。</p>}
      {cases.map((each) => (
        <section class="panel" key={each.id} aria-labelledby={`case-${each.id}`}>
          <Case each={each} />
          <PostForm action={`/workbench/feedback/${each.id}/assign`} csrf={visitor.csrf}>
            <p class="work-field">
              <label for={`department-${each.id}`}>
                转给<span class="required">（必填）</span>
              </label>
              <select id={`department-${each.id}`} name="department">
                <option value="">请选择部门</option>
                {departments.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            </p>
            <button type="submit">转办</button>
          </PostForm>
        </section>
      ))}
    </Frame>
  );
}
