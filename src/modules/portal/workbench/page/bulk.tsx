import type { Site } from '../../layout/site.js';
import type { BulkOutcome } from '../bulk.service.js';
import { Frame, type Visitor } from './frame.js';

interface BulkPageProps {
  site: Site;
  visitor: Visitor;
  label: string;
  outcomes: BulkOutcome[];
  errors: string[];
}

/** What became of every submission that was ticked, and why not. */
export function BulkPage({ site, visitor, label, outcomes, errors }: BulkPageProps) {
  const failed = outcomes.filter(({ done }) => !done);
  const done = outcomes.filter((one) => one.done);
  return (
    <Frame site={site} title={`批量${label}的结果`} visitor={visitor} errors={errors}>
      {outcomes.length > 0 && (
        <p class="lead">
          办成 {done.length} 份，未办成 {failed.length} 份。
        </p>
      )}
      {failed.length > 0 && (
        <section class="panel panel-error">
          <h2>未办成（{failed.length}）</h2>
          <ul class="tasks">
            {failed.map(({ id, title, reason }) => (
              <li key={id}>
                <a href={`/workbench/submissions/${id}`}>{title}</a>
                <span class="note">{reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {done.length > 0 && (
        <section class="panel">
          <h2>
            已{label}（{done.length}）
          </h2>
          <ul class="tasks">
            {done.map(({ id, title }) => (
              <li key={id}>
                <a href={`/workbench/submissions/${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href="/workbench">返回我的任务</a>
      </p>
    </Frame>
  );
}
