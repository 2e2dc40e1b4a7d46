import type { RecordKind, SubmissionRow } from '../../../catalog/index.js';
import { labelOf } from '../form-field.js';
import { ruleLabel } from '../rule-label.js';
import type { Task } from './task-list.js';

type Finding = SubmissionRow['findings'][number];

const SEVERITIES = { forbidden: '不得发布', block: '须说明理由', warn: '提示' };

/** What the gate found, masked, with the rule that found it. */
export function Findings({ task: { row } }: { task: Task }) {
  if (row.findings.length === 0) return <></>;
  return (
    <section class="panel panel-error">
      <h2>发布前检查的发现（{row.findings.length}）</h2>
      <FindingList kind={row.kind} findings={row.findings} />
    </section>
  );
}

/** Findings, each with its place. */
export function FindingList({ kind, findings }: { kind: RecordKind; findings: readonly Finding[] }) {
  return (
    <ul class="findings">
      {findings.map(({ rule, field, start, masked, message, basis, severity }) => (
        <li key={`${rule} ${field} ${start}`}>
          <strong>{SEVERITIES[severity]}</strong> {ruleLabel(rule)}，{labelOf(kind, field)}：<mark>{masked}</mark> {message}
          <span class="note">{basis}</span>
        </li>
      ))}
    </ul>
  );
}
