import { type NoticeDraft, toDeciders } from '../../catalog/index.js';
import type { KnownApplication } from './access-application.repository.js';

export const APPLICATIONS_PAGE = '/workbench/access';

/** What the people of a department who decide are told; nothing of who applies but the organisation. Pure. */
const told = ({ department, dueOn }: KnownApplication, notice: Pick<NoticeDraft, 'key' | 'subject' | 'text'>): NoticeDraft[] =>
  toDeciders(department, { ...notice, kind: 'access', link: APPLICATIONS_PAGE, dueOn });

/** That somebody applies. Pure. */
export const noticesOfApplication = (row: KnownApplication): NoticeDraft[] =>
  told(row, {
    key: `access:${row.id}`,
    subject: `待办理的使用申请：${row.title}`,
    text: `${row.organisation}申请使用 ${row.months} 个月，请于 ${row.dueOn} 前答复。`,
  });

/** That an application has waited until its last day. Pure. */
export const noticesOfDelay = (row: KnownApplication, today: string): NoticeDraft[] =>
  told(row, {
    key: `access:${row.id}:${row.dueOn < today ? 'late' : 'due'}`,
    subject: `${row.dueOn < today ? '使用申请超期未答复' : '使用申请今天到期'}：${row.title}`,
    text: `${row.organisation}的申请应于 ${row.dueOn} 前答复，请尽快办理。`,
  });
