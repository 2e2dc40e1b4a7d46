import type { FormatCode } from '../accepted-format.js';
import { Refusal } from '../refusal.js';

/** The byte order of UTF-16 that a text names with its first two bytes. Pure. */
export const utf16Of = (bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined => {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  return mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : undefined;
};

/** The beginning of a text; bytes of other encodings stand for themselves, since only ASCII decides here. */
function plainHead(head: Buffer): string {
  const utf16 = utf16Of(head);
  return utf16 ? new TextDecoder(utf16).decode(head) : head.toString('latin1').replace(/^ï»¿/, '');
}

/** Whether bytes are those of a text: no NUL and hardly any other control characters. Pure. */
export function looksLikeText(head: Buffer): boolean {
  const text = plainHead(head);
  if (text.includes('\0')) return false;
  // eslint-disable-next-line no-control-regex
  return (text.match(/[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]/g)?.length ?? 0) <= text.length / 1000;
}

/** What a text is by its beginning. Pure. @throws Refusal for scripts and the formats that hide behind a text */
export function textKind(head: Buffer): FormatCode {
  const text = plainHead(head);
  const start = text.trimStart();
  if (/^#!/.test(start)) throw new Refusal('executable', '以 #! 开头的脚本');
  if (/<\?php\s|<%@?\s*(page|language)/i.test(text.slice(0, 4096))) throw new Refusal('executable', '服务器脚本');
  if (/^@?echo\s+off\b/i.test(start) || /^(powershell|cmd(\.exe)?\s+\/c|wscript|mshta)\b/i.test(start))
    throw new Refusal('executable', '命令脚本');
  if (start.startsWith('{\\rtf')) throw new Refusal('notAccepted', 'RTF 文件');
  if (/^(MIME-Version|From|Return-Path|Received|Content-Type):\s/i.test(start))
    throw new Refusal('notAccepted', '邮件或单个文件网页（MHT）');
  if (start.startsWith('%!PS')) throw new Refusal('notAccepted', 'PostScript 文件');
  return start.startsWith('<') ? markupKind(start) : /^[[{]/.test(start) ? 'json' : 'txt';
}

/** A page without its beginning, as programs write tables for Excel. */
const PIECE_OF_A_PAGE = /^<(head|body|script|iframe|table|div|p|span|style|meta|title|center|font|h[1-6]|img|a|form)\b/i;

function markupKind(start: string): FormatCode {
  const inner = start.replace(/^(\s*<\?[\s\S]*?\?>|\s*<!--[\s\S]*?-->|\s*<!DOCTYPE[^>[]*(\[[\s\S]*?\]\s*)?>)+/i, '').trimStart();
  if (/<\?mso-application|<(pkg:package|w:wordDocument)\b/i.test(start.slice(0, 4096)))
    throw new Refusal('notAccepted', 'Office 2003 的 XML 文件');
  if (/^<([\w-]+:)?svg\b/i.test(inner)) throw new Refusal('notAccepted', ' SVG 图片（可以含有脚本）');
  if (/^<!doctype\s+html/i.test(start) || /^<html\b/i.test(inner)) return 'html';
  if (/^<(\?xml|!DOCTYPE)/i.test(start)) return 'xml';
  if (PIECE_OF_A_PAGE.test(inner)) return 'html';
  return /^<[\p{L}_]/u.test(inner) ? 'xml' : 'txt';
}
