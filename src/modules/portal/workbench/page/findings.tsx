import { labelOf } from '../form-field.js';
import type { Task } from './task-list.js';

const SEVERITIES = { forbidden: '不得发布', block: '须说明理由', warn: '提示' };

/** What the gate found, masked, with the rule that found it. */
export function Findings({ task: { row } }: { task: Task }) {
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
