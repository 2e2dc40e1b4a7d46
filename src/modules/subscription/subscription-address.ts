/** Paths of the pages that mails lead to; the pages are of the portal. */
const CONFIRM = '/subscriptions/confirm';
const CANCEL = '/subscriptions/cancel';

const withToken = (path: string, token: string) => `${path}?token=${encodeURIComponent(token)}`;

/** Path of the page that shows what would be subscribed, with the button that confirms. Pure. */
export const confirmPath = (token: string): string => withToken(CONFIRM, token);

/** Path of the page with the button that cancels; a POST there cancels at once (RFC 8058). Pure. */
export const cancelPath = (token: string): string => withToken(CANCEL, token);

/** Headers by which mail programs offer to cancel; one click needs https (RFC 8058, section 3.1). Pure. */
export function cancelHeaders(address: string): Record<string, string> {
  const oneClick = address.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : undefined;
  return { 'List-Unsubscribe': `<${address}>`, ...oneClick };
}
