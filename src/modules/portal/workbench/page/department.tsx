import { type Board, STATE_LABELS, type SubmissionState } from '../../../catalog/index.js';
import type { Site } from '../../layout/site.js';
import { recordsUrl } from '../record-query.js';
import { type SubmissionQuery, submissionsUrl } from '../submission-query.js';
import { Person } from './person.js';
import { Frame, type Visitor } from './frame.js';
import { Select } from './list-parts.js';
import { chinaTime } from '../../component/china-time.js';

interface DepartmentPageProps {
  site: Site;
  visitor: Visitor;
  board: Board;
  /** The one that was chosen among several. */
  department?: string;
  departments: { code: string; name: string }[];
  /** Of its documents in the disclosure column those that nothing says the item of; absent for several departments at once. */
  unclassified?: { count: number; url: string };
}

const STATES: SubmissionState[] = ['draft', 'submitted', 'reviewed', 'scheduled'];
const LIGHTS = { green: '宽裕', amber: '五日内', red: '到期' } as const;

/** Where the department stands; every number leads to the list behind it. */
export function DepartmentPage({ site, visitor, board, department, departments, unclassified }: DepartmentPageProps) {
  const submissions = (query: Partial<SubmissionQuery>) => submissionsUrl({ ...query, department });
  const { published, onTime } = board.punctuality;
  const { records } = board;
  return (
    <Frame site={site} title="部门概况" visitor={visitor}>
      {departments.length > 1 && (
        <form class="filter" method="get" action="/workbench/department">
          <Select
            name="department"
            label="部门"
            value={department}
            options={Object.fromEntries(departments.map(({ code, name }) => [code, name]))}
          />
          <button type="submit">查看</button>
        </form>
      )}
      <section class="panel" aria-labelledby="states">
        <h2 id="states">正在办理</h2>
        <div class="table-scroll" tabIndex={0} role="region" aria-label="各状态的稿件数，可左右滚动">
          <table class="states">
            <thead>
              <tr>
                <th scope="col">状态</th>
                {Object.entries(LIGHTS).map(([light, label]) => (
                  <th scope="col" key={light} class={`clock-${light}`}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {STATES.map((state) => (
                <tr key={state}>
                  <th scope="row">
                    <a href={submissions({ state })}>{STATE_LABELS[state]}</a>
                  </th>
                  {(['green', 'amber', 'red'] as const).map((light) => {
                    const count = board.states.find((one) => one.state === state)?.[light] ?? 0;
                    return (
                      <td key={light}>
                        {count === 0 ? (
                          <span class="note">0</span>
                        ) : (
                          <a
                            class={`clock-${light}`}
                            href={submissions({ state, light })}
                            aria-label={`${STATE_LABELS[state]}、${LIGHTS[light]}：${count} 份`}
                          >
                            {count}
                          </a>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section class="panel" aria-labelledby="figures">
        <h2 id="figures">公开情况</h2>
        <div class="figures">
          <Figure href={submissions({ punctual: 'onTime' })} number={published === 0 ? '—' : `${Math.floor((onTime / published) * 100)}%`}>
            近十二个月按期公开（{onTime} / {published}）
          </Figure>
          <Figure href={submissions({ punctual: 'late' })} number={published - onTime}>
            近十二个月逾期公开
          </Figure>
          <Figure href={recordsUrl({ status: 'published', department })} number={records.published}>
            公开中的记录
          </Figure>
          <Figure href={recordsUrl({ lack: 'abstract', department })} number={records.withoutAbstract}>
            没有摘要
          </Figure>
          <Figure href={recordsUrl({ lack: 'keywords', department })} number={records.withoutKeywords}>
            没有关键词
          </Figure>
          {unclassified && (
            <Figure href={unclassified.url} number={unclassified.count}>
              主动公开、没有归入条例各项
            </Figure>
          )}
          <Figure href={recordsUrl({ status: 'withdrawn', department })} number={records.withdrawn}>
            已撤回
          </Figure>
        </div>
      </section>
      <div class="columns">
        <Waiting board={board} all={submissions({ state: 'open' })} />
        <section class="panel" aria-labelledby="findings">
          <h2 id="findings">近十二个月最常见的检查发现</h2>
          {board.findings.length === 0 && <p class="note">没有发现。</p>}
          <ul class="tasks">
            {board.findings.map(({ rule, message, submissions: count }) => (
              <li key={rule}>
                <a href={submissions({ rule })}>{count} 份</a> {message}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Frame>
  );
}

function Figure({ href, number, children }: { href: string; number: number | string; children: (string | number)[] | string }) {
  return (
    <a href={href}>
      <strong>{number}</strong>
      {children}
    </a>
  );
}

/** At whom something waits by its state; drafts wait at whoever began them. */
const AT: Partial<Record<SubmissionState, string>> = { submitted: '保密审查员', reviewed: '签发人', scheduled: '系统（定时发布）' };

function Waiting({ board, all }: { board: Board; all: string }) {
  return (
    <section class="panel" aria-labelledby="waiting">
      <h2 id="waiting">最紧的几份在等谁</h2>
      {board.waiting.length === 0 && <p class="note">没有正在办理的稿件。</p>}
      <ul class="tasks">
        {board.waiting.map(({ id, title, state, author, updatedAt, dueOn }) => (
          <li key={id}>
            <a href={`/workbench/submissions/${id}`}>{title}</a>
            <span class="note">
              等
              {AT[state] ?? (
                <>
                  承办人 <Person name={author} />
                </>
              )}
              ，自 {chinaTime(updatedAt)} 起；期限 {dueOn}
            </span>
          </li>
        ))}
      </ul>
      {board.waiting.length > 0 && <a href={all}>全部正在办理的稿件</a>}
    </section>
  );
}
