import { STATE_LABELS, type SubmissionRow } from '../../../catalog/index.js';
import { Badge } from '../../component/badge.js';
import type { Site } from '../../layout/site.js';
import { Frame, type Visitor } from './frame.js';

/** A submission with its clock as it stands today. */
export interface Task {
  row: SubmissionRow;
  clock: { remaining: number; light: 'green' | 'amber' | 'red' };
}

/** The clock in words; colour only adds to them. */
export function ClockText({ row, clock: { remaining, light } }: Task) {
  if (row.state === 'published' || row.state === 'discarded') return <></>;
  const words = remaining > 0 ? `还有 ${remaining} 个工作日` : remaining === 0 ? '今天到期' : `已超期 ${-remaining} 个工作日`;
  return (
    <span class={`clock clock-${light}`}>
      {words}（{row.dueOn}
      {!row.dueCertain && '，节假日未公布，暂按周末推算'}）
    </span>
  );
}

function TaskList({ title, tasks, empty }: { title: string; tasks: Task[]; empty: string }) {
  return (
    <section class="panel">
      <h2>
        {title}（{tasks.length}）
      </h2>
      {tasks.length === 0 ? (
        <p class="note">{empty}</p>
      ) : (
        <ul class="tasks">
          {tasks.map((task) => (
            <li key={task.row.id}>
              <a href={`/workbench/submissions/${task.row.id}`}>{task.row.title}</a>{' '}
              <Badge tone={task.row.returned ? 'changed' : 'plain'}>{task.row.returned ? '被退回' : STATE_LABELS[task.row.state]}</Badge>{' '}
              {task.row.action === 'withdraw' && <Badge tone="ended">撤回</Badge>} <ClockText {...task} />
              <span class="note">
                {task.row.identifier} · {task.row.author}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What waits for me, and what my department has under way. */
export function TasksPage({
  site,
  visitor,
  mine,
  others,
  done,
}: {
  site: Site;
  visitor: Visitor;
  mine: Task[];
  others: Task[];
  done: Task[];
}) {
  return (
    <Frame site={site} title="我的任务" visitor={visitor}>
      <TaskList title="等我办理" tasks={mine} empty="没有等您办理的事项。" />
      <TaskList title="本部门正在办理" tasks={others} empty="没有其他正在办理的事项。" />
      <TaskList title="最近办结" tasks={done} empty="还没有办结的事项。" />
    </Frame>
  );
}
