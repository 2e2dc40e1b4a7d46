import { recordUrl } from '../catalog/index.js';
import { CONTACT_MONTHS, feedbackNumber } from './feedback-state.js';
import { FEEDBACK_KIND_LABELS } from './feedback-kind.js';
import type { KnownFeedback } from './feedback.repository.js';

/**
 * The whole of a mail with an answer: the department's words and none of whoever submitted, so that nobody sends texts of their
 * own to the address of another through this site. Pure.
 */
export function feedbackMailText(row: KnownFeedback, site: string): string {
  const { kind, recordTitle, recordKind, identifier, state, answer, departmentName } = row;
  const home = site.replace(/\/$/, '');
  const about = recordTitle === null ? '' : `，关于“${recordTitle}”`;
  return [
    '您好：',
    '',
    `您提交的${FEEDBACK_KIND_LABELS[kind]}（编号 ${feedbackNumber(row)}${about}）${state === 'declined' ? '未被采纳，理由如下。' : '已有答复。'}`,
    '',
    answer ?? '',
    '',
    ...(departmentName ? [`答复部门：${departmentName}`] : []),
    ...(identifier && recordKind ? [`所说的记录：${home}${recordUrl(recordKind, identifier)}`] : []),
    `您的邮箱只用来寄送这封答复，${CONTACT_MONTHS} 个月后删除。这封邮件由系统发出，请不要回复。`,
    '',
  ].join('\n');
}
