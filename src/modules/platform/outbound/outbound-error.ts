import { AppError } from '../../kernel/app-error.js';

const LONGEST = 100;

/** A host as it may stand in a sentence. */
const shown = (host: string): string => (host.length > LONGEST ? `${host.slice(0, LONGEST)}…` : host);

/** The address has to be another one: trying again does not help. The message is a sentence without its full stop. Pure. */
export function addressRefused(message: string, english: string): AppError {
  return new AppError('VALIDATION_FAILED', `${message}。`, { english, fields: [{ field: 'address', message }] });
}

/**
 * A name that leads inside and one that does not exist are told in the same words, so that nobody learns
 * names of the inner network by asking; where a name leads is never said. Pure.
 */
export const notReachable = (host: string): AppError =>
  addressRefused(
    `“${shown(host)}”查不到，或者不在公开的网络上，不能访问：请检查网址；确需访问内部网络的，请管理员把它写入 OUTBOUND_ALLOW`,
    `"${shown(host)}" does not exist or is not on the public network: check the address, or ask the administrator to add it to OUTBOUND_ALLOW.`,
  );

/** The site is slow or away: another try may succeed. Pure. */
const later = (message: string, english: string, retryAfter?: number): AppError =>
  new AppError('UNAVAILABLE', `${message}。`, { english, retryAfter });

export const nameServiceAway = (host: string): AppError =>
  later(`暂时查不到“${shown(host)}”的地址，请稍后再试`, `The name "${shown(host)}" cannot be looked up just now; try again later.`);

export const tooSlow = (host: string): AppError =>
  later(
    `“${shown(host)}”没有在限定的时间内传完，请稍后再试，或请对方检查网站`,
    `"${shown(host)}" did not answer in time; try again later.`,
  );

export const brokenOff = (host: string): AppError =>
  later(
    `连不上“${shown(host)}”，或者它中断了连接，请稍后再试，或请对方检查网站`,
    `"${shown(host)}" cannot be reached or broke off; try again later.`,
  );

export const badCertificate = (host: string): AppError =>
  later(
    `“${shown(host)}”的证书不可信（过期、自签或名称不符），请对方换上有效的证书`,
    `The certificate of "${shown(host)}" is not trusted; its owner has to renew it.`,
  );

export const badAnswer = (host: string, what: string): AppError =>
  later(`“${shown(host)}”的回答不合 HTTP 规范（${what}），请对方检查网站`, `"${shown(host)}" does not answer as HTTP prescribes.`);

export const tooLarge = (host: string, maxBytes: number): AppError =>
  new AppError('PAYLOAD_TOO_LARGE', `“${shown(host)}”上的文件超过 ${bytesInWords(maxBytes)}，请拆成较小的文件，或请管理员提高限额。`, {
    english: `The file at "${shown(host)}" is larger than ${maxBytes} bytes.`,
  });

export const coded = (host: string): AppError =>
  new AppError('UNSUPPORTED_MEDIA_TYPE', `“${shown(host)}”不顾要求压缩了传输（Content-Encoding），请对方关闭对该文件的传输压缩。`, {
    english: `"${shown(host)}" encodes what it sends although identity was asked for.`,
  });

/** What a status other than success means for whoever named the address. Pure. */
export function statusRefused(host: string, status: number, retryAfter?: string): AppError {
  const seconds = retryAfter !== undefined && /^\d{1,7}$/.test(retryAfter) ? Number(retryAfter) : undefined;
  if (status >= 500 || status === 408 || status === 425 || status === 429)
    return later(
      `“${shown(host)}”暂时不能提供文件（${status}），请稍后再试`,
      `"${shown(host)}" cannot answer now (${status}); try again later.`,
      seconds,
    );
  if (status === 401 || status === 403 || status === 407)
    return addressRefused(
      `“${shown(host)}”不让公众读取这个文件（${status}），请换成不用登录的网址`,
      `"${shown(host)}" does not give this file to everybody (${status}).`,
    );
  return addressRefused(
    `“${shown(host)}”没有给出文件（${status}），请检查网址`,
    `"${shown(host)}" gives no file here (${status}); check the address.`,
  );
}

/** Codes of the disk: not the fault of the other side, and not to be told as one. */
const OURS = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EFBIG', 'EEXIST', 'ENOENT', 'EACCES', 'EMFILE', 'ENFILE']);
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|^ERR_TLS_/;

/** What went wrong on the way, in words that hold no address that a name led to. Pure. */
export function asOutboundError(host: string, thrown: unknown): unknown {
  if (thrown instanceof AppError) return thrown;
  const { code = '' } = thrown as NodeJS.ErrnoException;
  if (OURS.has(code)) return thrown;
  if (CERTIFICATE.test(code)) return badCertificate(host);
  if (code === 'HPE_HEADER_OVERFLOW') return badAnswer(host, '头部过大');
  if (code.startsWith('HPE_')) return badAnswer(host, '无法读懂');
  return brokenOff(host);
}

function bytesInWords(bytes: number): string {
  for (const [unit, size] of [
    ['GB', 2 ** 30],
    ['MB', 2 ** 20],
    ['KB', 2 ** 10],
  ] as const)
    if (bytes >= size) return `${Math.round((bytes / size) * 10) / 10} ${unit}`;
  return `${bytes} 字节`;
}
