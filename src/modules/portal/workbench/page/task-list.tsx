import { isOpen, STATE_LABELS, type SubmissionRow } from '../../../catalog/index.js';
import { Badge } from '../../component/badge.js';
import { BULK_ACTIONS, type BulkAction } from '../bulk.service.js';
import { Line, PostForm, type Visitor } from './frame.js';
import { Person } from './person.js';

/** A submission with its clock as it stands today. */
export interface Task {
  row: SubmissionRow;
  clock: { remaining: number; light: 'green' | 'amber' | 'red' };
}

/** The clock in words; colour only adds to them. */
export function ClockText({ row, clock: { remaining, light } }: Task) {
  if (!isOpen(row.state)) return <></>;
  const words = remaining > 0 ? `还有 ${remaining} 个工作日` : remaining === 0 ? '今天到期' : `已超期 ${-remaining} 个工作日`;
  return (
    <span class={`clock clock-${light}`}>
      {words}（{row.dueOn}
      {!row.dueCertain && '，节假日未公布，暂按周末推算'}）
    </span>
  );
}

/** Submissions in a list; with `tick` each has a box. */
export function TaskList({ tasks, tick = false }: { tasks: Task[]; tick?: boolean }) {
  return (
    <ul class={tick ? 'tasks tasks-ticked' : 'tasks'}>
      {tasks.map((task) => (
        <li key={task.row.id}>
          {tick && (
            <label class="tick">
              <input type="checkbox" name="item" value={`${task.row.id}:${task.row.version}`} />
              <span class="visually-hidden">选择：{task.row.title}</span>
            </label>
          )}
          <div>
            <a href={`/workbench/submissions/${task.row.id}`}>{task.row.title}</a>{' '}
            <Badge tone={task.row.returned ? 'changed' : 'plain'}>{task.row.returned ? '被退回' : STATE_LABELS[task.row.state]}</Badge>{' '}
            {task.row.action === 'withdraw' && <Badge tone="ended">撤回</Badge>} <ClockText {...task} />
            <span class="note">
              {task.row.kind === 'dataset' ? '数据' : '文件'} · {task.row.identifier} · <Person name={task.row.author} />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

interface BulkFormProps {
  visitor: Visitor;
  tasks: Task[];
  actions: BulkAction[];
  askPassword: boolean;
}

/** A list with boxes, and what can be done with all that are ticked. */
export function BulkForm({ visitor, tasks, actions, askPassword }: BulkFormProps) {
  if (actions.length === 0) return <TaskList tasks={tasks} />;
  return (
    <PostForm action="/workbench/bulk" csrf={visitor.csrf} bare>
      <TaskList tasks={tasks} tick />
      <fieldset class="bulk">
        <legend>对勾选的稿件</legend>
        {(actions.includes('pass') || actions.includes('approve')) && <Line name="opinion" label="意见" help="写入每一份的办理记录" />}
        {actions.includes('approve') && askPassword && (
          <Line name="password" label="签发须再输入一次口令" type="password" autoComplete="current-password" />
        )}
        <p class="work-actions">
          {actions.map((action) => (
            <button key={action} type="submit" name="action" value={action} class={action === 'discard' ? 'plain' : undefined}>
              {BULK_ACTIONS[action]}
            </button>
          ))}
        </p>
        <p class="note">
          每一份单独办理，有一份不成不影响其他。{actions.includes('pass') && '有须说明理由的发现的稿件不能批量通过，请逐份审查。'}
        </p>
      </fieldset>
    </PostForm>
  );
}
