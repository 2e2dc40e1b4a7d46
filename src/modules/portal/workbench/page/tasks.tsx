import type { ComponentChildren } from 'preact';
import type { Site } from '../../layout/site.js';
import type { BulkAction } from '../bulk.service.js';
import { Frame, type Visitor } from './frame.js';
import { SubmissionFilterForm } from './submissions.js';
import { BulkForm, type Task, TaskList } from './task-list.js';

interface TasksPageProps {
  site: Site;
  visitor: Visitor;
  mine: Task[];
  others: Task[];
  done: Task[];
  actions: BulkAction[];
  askPassword: boolean;
}

/** What waits for me, and what my department has under way. */
export function TasksPage({ site, visitor, mine, others, done, actions, askPassword }: TasksPageProps) {
  return (
    <Frame site={site} title="我的任务" visitor={visitor}>
      {visitor.reads && <SubmissionFilterForm query={{ state: 'open', page: 1 }} departments={[]} />}
      <Section title="等我办理" tasks={mine} empty="没有等您办理的事项。">
        <BulkForm visitor={visitor} tasks={mine} actions={actions} askPassword={askPassword} />
      </Section>
      <Section title="本部门正在办理" tasks={others} empty="没有其他正在办理的事项。">
        <TaskList tasks={others} />
      </Section>
      <Section title="最近办结" tasks={done} empty="还没有办结的事项。">
        <TaskList tasks={done} />
      </Section>
    </Frame>
  );
}

function Section({ title, tasks, empty, children }: { title: string; tasks: Task[]; empty: string; children: ComponentChildren }) {
  return (
    <section class="panel">
      <h2>
        {title}（{tasks.length}）
      </h2>
      {tasks.length === 0 ? <p class="note">{empty}</p> : children}
    </section>
  );
}
