import { invalidField } from '../../kernel/app-error.js';
import type { GuardedFetch } from '../../platform/outbound/index.js';

/** Where news may go: by https, or by http to what the operator allowed inside. @throws AppError VALIDATION_FAILED */
export function receiverAddress(address: string, fetch: GuardedFetch): URL {
  const url = fetch.checkAddress(address);
  if (url.protocol === 'https:' || fetch.isAllowedInside(address)) return url;
  throw invalidField('address', '接收通知的网址应以 https:// 开头；只有 OUTBOUND_ALLOW 列出的内部主机可以用 http://');
}
