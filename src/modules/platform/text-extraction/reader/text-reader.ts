import type { TextPart } from '../text-part.js';
import { linesOf } from './lines.js';

/** Plain text, line by line. */
export async function* readText(path: string): AsyncGenerator<TextPart[], undefined> {
  for await (const lines of linesOf(path)) yield lines.map(({ number, text }) => ({ place: `第 ${number} 行`, text }));
  return undefined;
}

/** JSON as it stands, with its escaped characters written out: nothing in it hides behind `\u8eab`. */
export async function* readJson(path: string): AsyncGenerator<TextPart[], undefined> {
  for await (const parts of readText(path)) yield parts.map((part) => ({ ...part, text: unescaped(part.text) }));
  return undefined;
}

function unescaped(text: string): string {
  if (!text.includes('\\u')) return text;
  return text.replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
