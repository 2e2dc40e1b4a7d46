import { createHash } from 'node:crypto';
import type { Response } from 'express';

const LONGEST = 60;

/** The answer is a file to be saved under a name, which programs that read nothing but ASCII can tell from other files too. */
export function offerAs(response: Response, name: string): void {
  response.attachment(name);
  const header = String(response.getHeader('Content-Disposition'));
  // Express puts question marks, which no Windows takes, and which are the same for every Chinese name.
  response.setHeader('Content-Disposition', header.replace(/ filename="[^"]*\?[^"]*"/, ` filename="${asciiName(name)}"`));
}

/** What is ASCII of a name, with a few signs that stand for the rest: 住房-2026-11-26.csv is 2026-11-26-6d1f0c.csv. Pure. */
export function asciiName(name: string): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,10})?$/su.exec(name) ?? [];
  const plain = stem
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .slice(0, LONGEST)
    .replace(/^[-._]+|[-._]+$/g, '');
  const rest = createHash('sha256').update(name).digest('hex').slice(0, 6);
  return `${plain ? `${plain}-` : 'file-'}${rest}${ending}`;
}
