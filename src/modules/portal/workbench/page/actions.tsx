import type { Transition } from '../../../catalog/index.js';
import { labelOf } from '../form-field.js';
import { type Option, Ticks } from './choice.js';
import { Line, PostForm, type Visitor } from './frame.js';
import type { Task } from './task-list.js';

export interface ActionsProps {
  task: Task;
  visitor: Visitor;
  /** What this visitor may do now. */
  allowed: Transition[];
  askPassword: boolean;
  /** Legal grounds on which something may be returned. */
  bases: Option[];
}

/** What can be done with a submission now. */
export function Actions({ task: { row }, visitor: { csrf }, allowed, askPassword, bases }: ActionsProps) {
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
          <Ticks name="basis" legend="退回的依据（可不选）" options={bases} />
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
