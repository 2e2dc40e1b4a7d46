import type { DepartmentRole } from '../../identity/index.js';
import { barredFrom } from '../workflow/participation.js';
import type { SubmissionRow } from '../workflow/submission.entity.js';
import type { NoticeDraft, Recipients } from './notice-draft.js';

/** A step that has just been made. */
export interface MadeStep {
  action: string;
  actor: string;
  opinion: string | null;
}

type Told = Pick<SubmissionRow, 'id' | 'title' | 'department' | 'author' | 'participants' | 'state' | 'version' | 'dueOn' | 'scheduledFor'>;

const CHINA_TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** Who wrote it; for what a program wrote, the editors of the department. */
const author = ({ author: name, department }: Told): Recipients =>
  name.startsWith('key:') ? { role: 'editor', department } : { account: name };

/** Who has the next step: those whom four eyes let. */
export function whoActs(row: Pick<Told, 'state' | 'department' | 'author' | 'participants'>): Recipients | undefined {
  const inRole = (role: DepartmentRole, except: readonly string[]): Recipients => ({ role, department: row.department, except });
  if (row.state === 'draft') return author(row as Told);
  if (row.state === 'submitted') return inRole('secrecyReviewer', barredFrom('submission.review', row.participants));
  if (row.state === 'reviewed' || row.state === 'scheduled') return inRole('approver', barredFrom('submission.approve', row.participants));
  return undefined;
}

/** What a step tells people: whoever has to act next, and the author of how it ended. Pure. */
export function noticesOfStep(row: Told, { action, actor, opinion }: MadeStep): NoticeDraft[] {
  const say = (subject: string, text: string, to: Recipients | undefined): NoticeDraft[] =>
    to === undefined
      ? []
      : [
          {
            kind: 'step',
            key: `step:${row.id}:${row.version}:${action}:${row.dueOn}`,
            subject: `${subject}：${row.title}`,
            text,
            link: `/workbench/submissions/${row.id}`,
            dueOn: row.state === 'published' ? null : row.dueOn,
            to: { ...to, except: [...(to.except ?? []), actor] },
          },
        ];
  switch (action) {
    case 'submitted':
      return say('待保密审查', `${row.author} 提交的稿件，请审查。`, whoActs(row));
    case 'passed':
      return say('待签发', `保密审查已通过，请签发。`, whoActs(row));
    case 'returned':
      return say('被退回', `${actor} 的意见：${opinion ?? ''}`, author(row));
    case 'approved':
      return row.state === 'scheduled'
        ? say('已签发', `定于 ${CHINA_TIME.format(row.scheduledFor!)} 发布。`, author(row))
        : say('已发布', `${actor} 已签发。`, author(row));
    case 'published':
      return say('已发布', '已按时发布。', author(row));
    case 'failed':
      return [...say('定时发布未成功', opinion ?? '', author(row)), ...say('定时发布未成功', opinion ?? '', whoActs(row))];
    case 'dueMoved':
      return say('公开期限有变', opinion ?? '', author(row));
    default:
      return [];
  }
}

/** That a period is about to end, or has ended, to whoever has the next step; once for each light, step and due day. Pure. */
export function noticesOfClock(row: Told, { remaining, light }: { remaining: number; light: 'green' | 'amber' | 'red' }): NoticeDraft[] {
  const to = whoActs(row);
  if (light === 'green' || !to) return [];
  const words = remaining > 0 ? `还有 ${remaining} 个工作日到期` : remaining === 0 ? '今天到期' : `已超期 ${-remaining} 个工作日`;
  return [
    {
      kind: 'clock',
      key: `clock:${row.id}:${row.state}:${light}:${row.dueOn}`,
      subject: `${light === 'red' ? '公开期限已到' : '公开期限将到'}：${row.title}`,
      text: `${words}（${row.dueOn}），请尽快办理。`,
      link: `/workbench/submissions/${row.id}`,
      dueOn: row.dueOn,
      to,
    },
  ];
}
