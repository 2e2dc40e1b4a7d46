import type { RecordRow } from '../../catalog/index.js';
import { AppError } from '../../kernel/app-error.js';
import type { AccessApplicationRow } from './access-application.entity.js';
import { standingOn } from './application-state.js';
import type { TableViewer } from './table-viewer.js';

/** Address of the page on which people apply. Pure. */
export const applyPageUrl = (identifier: string): string => `/datasets/${encodeURIComponent(identifier)}/access`;

/**
 * Why the data of a record is not for a viewer, in a sentence that says what to do; undefined when it is. `application` is what
 * counts of what the viewer's key has applied for. Pure.
 */
export function refusalOf(
  { identifier, title, status, withdrawalReason, profile }: RecordRow,
  viewer: TableViewer,
  application: AccessApplicationRow | undefined,
  today: string,
): AppError | undefined {
  if (status === 'withdrawn')
    return new AppError('GONE', `“${title}”已经撤回，数据不再提供。原因：${withdrawalReason ?? '未说明'}`, {
      english: `The dataset ${identifier} was withdrawn.`,
    });
  const { openness } = profile as { openness?: string | null };
  if (openness === 'none') return new AppError('FORBIDDEN', `“${title}”不予开放。`, { english: 'This data is not open.' });
  if (openness !== 'conditional' || (application && standingOn(application, today) === 'approved')) return undefined;
  const [sentence, english] = whyNot(viewer, application, today, identifier);
  return new AppError('FORBIDDEN', `“${title}”有条件开放：${sentence}`, {
    english,
    page: { path: applyPageUrl(identifier), label: '申请使用这份数据' },
  });
}

function whyNot(
  viewer: TableViewer,
  application: AccessApplicationRow | undefined,
  today: string,
  identifier: string,
): [sentence: string, english: string] {
  const address = `/api/v1/datasets/${encodeURIComponent(identifier)}/access-applications`;
  const how = `在 ${applyPageUrl(identifier)} 页面或用 POST ${address} 申请`;
  const apply = `apply on ${applyPageUrl(identifier)} or with POST ${address}`;
  if (!application) {
    const key = viewer.key?.kind === 'data' ? '用现有的开发者密钥' : '用开发者密钥（POST /api/v1/data-keys，当场得到）';
    return [`请先${key}${how}，批准后带上密钥访问。`, `This data is open on conditions: ${apply}, then send the key.`];
  }
  switch (standingOn(application, today)) {
    case 'waiting':
      return [
        `您的申请（编号 ${application.id}）正在办理，部门应于 ${application.dueOn} 前答复。`,
        `Your application waits for an answer until ${application.dueOn}.`,
      ];
    case 'expired':
      return [
        `授权已于 ${application.expiresOn} 到期；还要用的，请再次${how}。`,
        `Your grant ended on ${application.expiresOn}; to go on, ${apply}.`,
      ];
    case 'revoked':
      return [`授权已被撤销。理由：${application.note ?? '未说明'}`, 'Your grant was revoked.'];
    default:
      return [
        `申请没有得到批准。理由：${application.note ?? '未说明'}。补充说明后可以再次${how}。`,
        `Your application was rejected; ${apply}.`,
      ];
  }
}
