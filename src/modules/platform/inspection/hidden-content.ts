import { Refusal } from './refusal.js';

const END_OF_ARCHIVE = Buffer.from('PK\x05\x06', 'latin1');

/** How far from the end the last record of a zip can begin. */
export const ARCHIVE_TAIL = 22 + 0xffff;

/** Whether bytes at the end of a file make it a zip to whoever reads from the end, whatever it is from its beginning. Pure. */
export function endsAsArchive(tail: Buffer): boolean {
  for (let at = tail.lastIndexOf(END_OF_ARCHIVE); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(END_OF_ARCHIVE, at - 1))
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) <= tail.length) return true;
  return false;
}

/** Whether a PDF reader, which looks at the first 1,024 bytes, would take a file that is something else. Pure. */
export const hidesPdf = (head: Buffer): boolean => head.subarray(0, 1024).indexOf('%PDF-', 0, 'latin1') > 0;

const WEB = /<script[\s>/]|<\?php\s|<html[\s>]|<!doctype html|<iframe[\s>]|javascript:/i;
const ARCHIVES = ['Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c'];
const CARRY = 32;

/** Looks for web pages and archives inside pictures and videos, which have no place for them. */
export class HiddenContentScan {
  private carried = '';

  /** @throws Refusal */
  take(chunk: Buffer): void {
    const text = this.carried + chunk.toString('latin1');
    const found = WEB.exec(text)?.[0];
    if (found) throw new Refusal('polyglot', `网页或脚本代码 ${found.trim()}`);
    if (ARCHIVES.some((signature) => text.includes(signature))) throw new Refusal('polyglot', '压缩包');
    this.carried = text.slice(-CARRY);
  }
}

/** Refuses pictures with something behind their end. Pure. @throws Refusal */
export function checkPictureEnd(format: string, tail: Buffer): void {
  const rest = tail.subarray(0, lastNonZero(tail) + 1);
  if (format === 'png' && !tail.subarray(-8).equals(Buffer.from('49454e44ae426082', 'hex')))
    throw new Refusal(tail.includes('IEND') ? 'polyglot' : 'damaged', tail.includes('IEND') ? '图片结尾之后还有内容' : '图片没有结尾');
  if (format === 'gif' && rest.at(-1) !== 0x3b) throw new Refusal('polyglot', '图片结尾之后还有内容');
}

function lastNonZero(bytes: Buffer): number {
  let at = bytes.length - 1;
  while (at >= 0 && bytes[at] === 0) at -= 1;
  return at;
}
