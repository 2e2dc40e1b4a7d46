import { STATE_LABELS } from '../../../catalog/index.js';
import type { Site } from '../../layout/site.js';
import type { BulkAction } from '../bulk.service.js';
import { type SubmissionQuery, submissionsUrl } from '../submission-query.js';
import { ruleLabel } from '../rule-label.js';
import { Frame, type Visitor } from './frame.js';
import { BulkForm, type Task } from './task-list.js';
import { Pages, Select } from './list-parts.js';

interface SubmissionsPageProps {
  site: Site;
  visitor: Visitor;
  query: SubmissionQuery;
  tasks: Task[];
  total: number;
  pages: number;
  departments: { code: string; name: string }[];
  actions: BulkAction[];
  askPassword: boolean;
}

const PUNCTUAL = { late: '近十二个月逾期公开', onTime: '近十二个月按期公开' };

/** Every submission of the department, narrowed down. */
export function SubmissionsPage(props: SubmissionsPageProps) {
  const { site, visitor, query, tasks, total, pages, departments, actions, askPassword } = props;
  return (
    <Frame site={site} title="全部稿件" visitor={visitor}>
      <SubmissionFilterForm query={query} departments={departments} />
      {(query.punctual ?? query.rule) && (
        <p>
          只看：{query.punctual ? PUNCTUAL[query.punctual] : `检查发现了“${ruleLabel(query.rule!)}”的稿件`}{' '}
          <a href={submissionsUrl({ ...query, punctual: undefined, rule: undefined, page: 1 })}>取消</a>
        </p>
      )}
      <section class="panel">
        <h2>共 {total} 份</h2>
        {tasks.length === 0 ? (
          <p class="note">没有这样的稿件，请放宽条件。</p>
        ) : (
          <BulkForm visitor={visitor} tasks={tasks} actions={actions} askPassword={askPassword} />
        )}
      </section>
      <Pages page={query.page} pages={pages} url={(page) => submissionsUrl({ ...query, page })} />
    </Frame>
  );
}

const STATES = { open: '正在办理', ...STATE_LABELS };
const LIGHTS = { red: '到期或超期', amber: '五个工作日内到期', green: '期限还长' };

/** The conditions of a list of submissions. */
export function SubmissionFilterForm({ query, departments }: Pick<SubmissionsPageProps, 'query' | 'departments'>) {
  return (
    <form class="filter" action="/workbench/submissions" method="get" role="search" aria-label="查找稿件">
      <label>
        <span>标题、标识符或起草人</span>
        <input type="search" name="text" value={query.text ?? ''} />
      </label>
      <Select name="state" label="状态" value={query.state} options={STATES} />
      <Select name="kind" label="种类" value={query.kind} options={{ dataset: '数据', document: '文件' }} />
      <Select name="light" label="期限" value={query.light} options={LIGHTS} />
      {departments.length > 1 && (
        <Select
          name="department"
          label="部门"
          value={query.department}
          options={Object.fromEntries(departments.map(({ code, name }) => [code, name]))}
        />
      )}
      <button type="submit">查找</button>
    </form>
  );
}
