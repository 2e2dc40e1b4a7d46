import type { DepartmentRole } from '../../identity/index.js';
import type { NoticeKind } from './notice.entity.js';

/** A notice on its way to whoever it concerns. */
export interface NoticeDraft {
  kind: NoticeKind;
  /** The same thing has the same key: nobody gets it twice. */
  key: string;
  subject: string;
  text: string;
  link: string;
  dueOn: string | null;
  to: Recipients;
}

/** A person by the name of the account, or everybody with a role in a department. */
export interface Recipients {
  account?: string;
  role?: DepartmentRole;
  department?: string;
  /** Participants such as `account:12`, whom four eyes keep from it, and who need not know. */
  except?: readonly string[];
}

/** One notice to each role of a department that answers to the public; none while no department is chosen. Pure. */
export const toDeciders = (department: string | null, notice: Omit<NoticeDraft, 'to'>): NoticeDraft[] =>
  department === null ? [] : (['approver', 'departmentAdmin'] as const).map((role) => ({ ...notice, to: { role, department } }));
