import type { NoticeRow } from './notice.entity.js';
import type { Notice } from './notice.model.js';

/** A notice as its reader sees it. */
export const presentNotice = ({ accountId: _, key: __, createdAt, readAt, ...row }: NoticeRow): Notice => ({
  ...row,
  createdAt: createdAt.toISOString(),
  readAt: readAt?.toISOString() ?? null,
});
