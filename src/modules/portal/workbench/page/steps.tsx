import { chinaTime } from '../../component/china-time.js';
import type { SubmissionStepRow } from '../../../catalog/index.js';

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

/** Saves of one person in a row, which the editor makes while somebody types, count as one step. Pure. */
export function gatheredSteps(steps: readonly SubmissionStepRow[]): { step: SubmissionStepRow; times: number }[] {
  const gathered: { step: SubmissionStepRow; times: number }[] = [];
  for (const step of steps) {
    const last = gathered.at(-1);
    if (last && step.action === 'saved' && last.step.action === 'saved' && last.step.actor === step.actor)
      gathered[gathered.length - 1] = { step, times: last.times + 1 };
    else gathered.push({ step, times: 1 });
  }
  return gathered;
}

/** Who did what, when, with which opinion. */
export function Steps({ steps }: { steps: readonly SubmissionStepRow[] }) {
  return (
    <section class="panel">
      <h2>办理过程</h2>
      <ol class="steps">
        {gatheredSteps(steps).map(({ step, times }) => (
          <li key={step.id}>
            <time dateTime={step.at.toISOString()}>{chinaTime(step.at)}</time> {step.actor} {ACTIONS[step.action] ?? step.action}
            {times > 1 && `（${times} 次）`}
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
  );
}
