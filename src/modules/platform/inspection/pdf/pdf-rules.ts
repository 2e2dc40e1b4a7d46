import { Refusal } from '../refusal.js';

/** Names as a reader sees them: `/J#61vaScript` is `/JavaScript`. Pure. */
export const unescapedNames = (text: string): string =>
  text.includes('#') ? text.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;

const ACTIONS: [RegExp, string][] = [
  [/\/JavaScript\b/, 'JavaScript'],
  [/\/JS\s*[(<]|\/JS\s+\d+\s+\d+\s+R\b/, 'JavaScript'],
  [/\/Launch\b/, '启动程序'],
  [/\/(RichMedia|RichMediaContent|Movie|Sound\b(?=\s*\/))/, '多媒体'],
  [/\/ImportData\b/, '导入数据'],
  [/\/XFA\b/, 'XFA 表单'],
];
const EMBEDDED = /\/EmbeddedFiles?\b|\/GoToE\b/;
const ENCRYPTED = /\/Encrypt\s*(\d+\s+\d+\s+R\b|<<)/;

/** Refuses what a PDF must not ask its reader to do. Pure. @throws Refusal */
export function checkPdfText(raw: string): void {
  const text = unescapedNames(raw);
  if (ENCRYPTED.test(text)) throw new Refusal('encrypted');
  const action = ACTIONS.find(([pattern]) => pattern.test(text));
  if (action) throw new Refusal('pdfAction', action[1]);
  if (EMBEDDED.test(text)) throw new Refusal('pdfEmbedded');
}

/** Refuses a PDF that is not one from its first byte to its last. Pure. @throws Refusal */
export function checkPdfEnds(tail: Buffer): void {
  const end = tail.lastIndexOf('%%EOF');
  if (end < 0) throw new Refusal('damaged', 'PDF 没有结尾');
  const rest = tail
    .subarray(end + 5)
    .toString('latin1')
    .replaceAll(/[\s\0]/g, '');
  if (rest.length > 0) throw new Refusal('polyglot', 'PDF 结尾之后还有内容');
}
