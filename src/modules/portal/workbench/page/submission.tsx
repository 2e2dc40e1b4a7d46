import { STATE_LABELS, type SubmissionStepRow, type Transition } from '../../../catalog/index.js';
import { Badge } from '../../component/badge.js';
import type { Site } from '../../layout/site.js';
import type { Difference } from '../difference.js';
import { labelOf } from '../form-field.js';
import { Frame, Line, PostForm, type Visitor } from './frame.js';
import { ClockText, type Task } from './tasks.js';

export interface SubmissionPageProps {
  site: Site;
  visitor: Visitor;
  task: Task;
  departmentName: string;
  /** What differs from the published revision; for a new record everything that is filled in. */
  changes: Difference[];
  isNew: boolean;
  steps: SubmissionStepRow[];
  /** What this visitor may do now. */
  allowed: Transition[];
  askPassword: boolean;
  errors?: string[];
}

const ACTIONS: Record<string, string> = {
  created: '起草',
  saved: '修改',
  submitted: '提交审查',
  passed: '保密审查通过',
  returned: '退回',
  approved: '签发',
  discarded: '作废',
  published: '定时发布',
  failed: '未能发布',
};
const SEVERITIES = { forbidden: '不得发布', block: '须说明理由', warn: '提示' };

/** One submission: what changes, what the gate found, who did what, and what can be done now. */
export function SubmissionPage(props: SubmissionPageProps) {
  const { site, visitor, task, departmentName, changes, isNew, steps, allowed, errors } = props;
  const { row } = task;
  return (
    <Frame site={site} title={row.title} visitor={visitor} errors={errors}>
      <p class="hit-line">
        <Badge tone={row.returned ? 'changed' : 'plain'}>{row.returned ? '被退回的草稿' : STATE_LABELS[row.state]}</Badge>
        <span>{departmentName}</span>
        <span>{row.identifier}</span>
        <span>第 {row.version} 版</span>
        <ClockText {...task} />
        {row.scheduledFor && <span>定于 {row.scheduledFor.toISOString()} 发布</span>}
        {row.publishedRevision !== null && <a href={`/records/${encodeURIComponent(row.identifier)}`}>查看公开页面</a>}
      </p>
      {row.reason && <p class="lead">原因：{row.reason}</p>}
      <Findings task={task} />
      <Actions {...props} allowed={allowed} />
      {row.action === 'publish' && (
        <section class="panel">
          <h2>{isNew ? '内容' : '与已发布版本的差异'}</h2>
          {changes.length === 0 && <p class="note">没有差异。</p>}
          <div class="table-scroll">
            <table class="difference">
              {!isNew && (
                <thead>
                  <tr>
                    <th scope="col">字段</th>
                    <th scope="col">已发布</th>
                    <th scope="col">现拟</th>
                  </tr>
                </thead>
              )}
              <tbody>
                {changes.map(({ field, before, after }) => (
                  <tr key={field.name}>
                    <th scope="row">{field.label}</th>
                    {!isNew && (
                      <td class="before">
                        <del>{before}</del>
                      </td>
                    )}
                    <td class="after">{isNew ? after : <ins>{after}</ins>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      <section class="panel">
        <h2>办理过程</h2>
        <ol class="steps">
          {steps.map((step) => (
            <li key={step.id}>
              <time dateTime={step.at.toISOString()}>{chinaTime(step.at)}</time> {step.actor} {ACTIONS[step.action] ?? step.action}
              {step.opinion && <span class="opinion">：{step.opinion}</span>}
              {step.basis.length > 0 && <span class="note">依据 {step.basis.join('、')}</span>}
              {step.overrides.map(({ rule, field, reason }) => (
                <span class="note" key={rule + field}>
                  {field}（{rule}）：{reason}
                </span>
              ))}
            </li>
          ))}
        </ol>
      </section>
    </Frame>
  );
}

/** Minutes in China. */
export const chinaTime = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(at);

function Findings({ task: { row } }: { task: Task }) {
  if (row.findings.length === 0) return <></>;
  return (
    <section class="panel panel-error">
      <h2>发布前检查的发现（{row.findings.length}）</h2>
      <ul>
        {row.findings.map(({ rule, field, start, masked, message, basis, severity }) => (
          <li key={`${rule} ${field} ${start}`}>
            <strong>{SEVERITIES[severity]}</strong> {labelOf(row.kind, field)}：<mark>{masked}</mark> {message}
            <span class="note">{basis}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Actions({ task: { row }, visitor: { csrf }, allowed, askPassword }: SubmissionPageProps) {
  if (allowed.length === 0) return <></>;
  const base = `/workbench/submissions/${row.id}`;
  const version = <input type="hidden" name="version" value={row.version} />;
  const blocking = [
    ...new Map(row.findings.filter(({ severity }) => severity === 'block').map((one) => [`${one.rule} ${one.field}`, one])).values(),
  ];
  return (
    <section class="panel" aria-labelledby="actions">
      <h2 id="actions">办理</h2>
      {allowed.includes('save') && row.action === 'publish' && (
        <p>
          <a class="button" href={`${base}/edit`}>
            修改内容
          </a>
        </p>
      )}
      {allowed.includes('submit') && (
        <PostForm action={`${base}/submit`} csrf={csrf}>
          {version}
          <Line name="wordToReviewer" label="给保密审查员的说明" help="检查发现问题而仍应公开时必填" />
          <button type="submit">提交审查</button>
        </PostForm>
      )}
      {allowed.includes('pass') && (
        <PostForm action={`${base}/review`} csrf={csrf}>
          {version}
          {blocking.map(({ rule, field, masked }) => (
            <Line
              key={rule + field}
              name={`override ${rule} ${field}`}
              label={`允许“${masked}”（${labelOf(row.kind, field)}）公开的理由`}
            />
          ))}
          <Line name="opinion" label="审查意见" help="退回时必填" />
          <Line name="basis" label="依据代码" help="退回时可填，如 S14_SECRET、S15_THIRD，用顿号隔开" />
          <button type="submit" name="decision" value="pass">
            通过
          </button>{' '}
          <button type="submit" name="decision" value="return" class="plain">
            退回
          </button>
        </PostForm>
      )}
      {(allowed.includes('approve') || allowed.includes('returnByApprover')) && (
        <PostForm action={`${base}/approve`} csrf={csrf}>
          {version}
          <Line name="opinion" label="签发意见" help="退回时必填" />
          {allowed.includes('approve') && (
            <Line name="publishAt" label="定时发布（北京时间）" type="datetime-local" help="不填则立刻发布" />
          )}
          {askPassword && allowed.includes('approve') && (
            <Line name="password" label="请再输入一次口令" type="password" autoComplete="current-password" />
          )}
          {allowed.includes('approve') && (
            <button type="submit" name="decision" value="approve">
              签发
            </button>
          )}{' '}
          <button type="submit" name="decision" value="return" class="plain">
            退回
          </button>
        </PostForm>
      )}
      {allowed.includes('discard') && (
        <PostForm action={`${base}/discard`} csrf={csrf}>
          {version}
          <button type="submit" class="plain">
            作废草稿
          </button>
        </PostForm>
      )}
    </section>
  );
}

/** Proposing to withdraw a published record. */
export function WithdrawPage({
  site,
  visitor,
  identifier,
  errors,
}: {
  site: Site;
  visitor: Visitor;
  identifier: string;
  errors?: string[];
}) {
  return (
    <Frame site={site} title="撤回已发布的记录" visitor={visitor} errors={errors}>
      <div class="panel">
        <p>撤回也须经保密审查和签发。撤回后原地址显示标题、日期和原因，标识符不再使用。</p>
        <PostForm action="/workbench/withdraw" csrf={visitor.csrf}>
          <Line name="identifier" label="记录的标识符" value={identifier} />
          <Line name="reason" label="撤回原因（公开显示）" />
          <button type="submit">起草撤回</button>
        </PostForm>
      </div>
    </Frame>
  );
}
