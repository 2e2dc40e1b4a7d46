import type { ScanVerdict } from './virus-scanner.js';

/** What an answer of clamd to INSTREAM means. Pure. */
export function verdictOf(answer: string): ScanVerdict {
  const text = answer.replaceAll('\0', '').trim();
  const virus = /^stream: (.+) FOUND$/.exec(text)?.[1];
  if (virus) return { result: 'infected', virus };
  if (text === 'stream: OK') return { result: 'clean' };
  if (/size limit exceeded/i.test(text)) return { result: 'tooLarge' };
  return { result: 'away', reason: text.slice(0, 200) || 'clamd 没有回答' };
}

/** Where `CLAMD_HOST` points: a socket file, or host and port. Pure. */
export function clamdPlace(setting: string): { path: string } | { host: string; port: number } {
  if (setting.startsWith('/')) return { path: setting };
  const at = setting.lastIndexOf(':');
  return { host: setting.slice(0, at).replaceAll(/[[\]]/g, ''), port: Number(setting.slice(at + 1)) };
}
