import type { Token } from './token.js';

/** Codes and Latin words as people write them whole: covid-19, gb/t 33600-2020, 3a, c++, 12.5. */
const LATIN = /(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[-/._:](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*(?:\+\+|#)?/uy;
/** A standard's number keeps its series though a space stands between (GB/T 33600-2020). */
const STANDARD = /(?:gb|gbz|db\d{0,4}|hj|jgj|cjj|ny|yy|yd|wst|ws|sl|jt|dz|ga|ty|mz|ls|qx|ly)(?:\/[tz])? \d[\d.]*(?:-\d{4})?(?![\da-z])/uy;
const PART = /[-/._:]/;

/** The code or word that starts here, with its telling parts; undefined when a Chinese character or a mark stands here. */
export function latinAt(text: string, position: number): { tokens: Token[]; end: number } | undefined {
  const standard = match(STANDARD, text, position);
  const raw = standard ?? match(LATIN, text, position);
  if (raw === undefined) return undefined;
  const end = position + raw.length;
  const whole = raw.replace(' ', '');
  const tokens: Token[] = [{ token: whole, start: position, end }];
  let start = position;
  for (const part of PART.test(raw) || standard ? raw.split(/[-/._: ]/) : []) {
    if (part.length > 1 && part !== whole) tokens.push({ token: part, start, end: start + part.length });
    start += part.length + 1;
  }
  const edition = standard && /-\d{4}$/.exec(whole);
  if (edition) tokens.push({ token: whole.slice(0, edition.index), start: position, end: end - edition[0].length });
  return { tokens, end };
}

function match(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
}
