import { chinaTime } from '../../component/china-time.js';
import { labelOf } from '../form-field.js';
import { ruleLabel } from '../rule-label.js';
import type { Option } from './choice.js';
import { Person } from './person.js';
import type { RecordKind, SubmissionStepRow } from '../../../catalog/index.js';

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
  rebased: '改以新的修订为基础',
  dueMoved: '重算公开期限',
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
export function Steps({ kind, steps, bases }: { kind: RecordKind; steps: readonly SubmissionStepRow[]; bases: readonly Option[] }) {
  return (
    <section class="panel">
      <h2>办理过程</h2>
      <ol class="steps">
        {gatheredSteps(steps).map(({ step, times }) => (
          <li key={step.id}>
            <time dateTime={step.at.toISOString()}>{chinaTime(step.at)}</time> <Person name={step.actor} />{' '}
            {ACTIONS[step.action] ?? step.action}
            {times > 1 && `（${times} 次）`}
            {step.opinion && <span class="opinion">：{step.opinion}</span>}
            {step.basis.length > 0 && (
              <span class="note">依据 {step.basis.map((code) => bases.find(({ value }) => value === code)?.label ?? code).join('、')}</span>
            )}
            {step.overrides.map(({ rule, field, reason }) => (
              <span class="note" key={rule + field}>
                允许“{ruleLabel(rule)}”（{labelOf(kind, field)}）公开：{reason}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
