const RESUMED = '暂停期间的变化不会丢失，恢复后从停下的地方接着发送';

/** The receiver wants no more. Pure. */
export const refusedForGood = (host: string): string =>
  `接收方（${host}）回答 410，表示不再接收，已暂停发送。如要继续，请与接收方核对网址，再恢复；${RESUMED}。`;

/** A day in vain. Pure. */
export const failedForADay = (host: string, lastError: string): string =>
  `连续一天没有送达（${host}），已暂停发送。最近一次：${lastError}。请与接收方查明原因，再恢复；${RESUMED}。`;

/** What a status means that is no success. Pure. */
export function statusInWords(status: number): string {
  if (status >= 300 && status < 400) return `接收方回答 ${status}，要求转到别处，通知不会跟随；请登记最终的网址`;
  return `接收方回答 ${status}，应为 2xx`;
}
