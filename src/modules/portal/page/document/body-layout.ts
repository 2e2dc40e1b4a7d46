/** A paragraph of a plain text and the part it plays in the usual form of official documents (GB/T 9704). */
export type Block =
  | { role: 'addressee' | 'paragraph' | 'title' | 'chapter' | 'heading' | 'signature' | 'remark'; text: string }
  | { role: 'article'; number: string; text: string };

const NUMERAL = '[一二三四五六七八九十百零〇两\\d]+';
const CHAPTER = new RegExp(`^第${NUMERAL}[编章节](?:\\s|　|$)`);
const ARTICLE = new RegExp(`^(第${NUMERAL}条(?:之${NUMERAL})?)[\\s　]*`);
const HEADING = new RegExp(`^[一二三四五六七八九十]+、`);
const DATE = /^[\d〇○零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?$/;
const REMARK = /^[（(](?:此件|联系|咨询)[^）)]*[）)]$/;
const ENDS_SENTENCE = /[。；：，、！？;:,.!?]$/;
const LONGEST_HEADING = 40;

const isShort = (text: string | undefined): text is string =>
  text !== undefined && text.length <= LONGEST_HEADING && !ENDS_SENTENCE.test(text);
const opensRules = (text: string | undefined) => text !== undefined && (ARTICLE.test(text) || CHAPTER.test(text));
const isPlain = (text: string | undefined) => isShort(text) && !opensRules(text) && !HEADING.test(text) && !REMARK.test(text);

/** Paragraphs of a plain text by role; what is not surely something else is a paragraph. */
export function layOut(body: string): Block[] {
  const texts = body
    .split(/\n+/)
    .map((text) => text.trim())
    .filter(Boolean);
  return texts.map((text, index) => blockOf(text, index, texts));
}

function blockOf(text: string, index: number, texts: readonly string[]): Block {
  const article = ARTICLE.exec(text);
  if (article) return { role: 'article', number: article[1]!, text: text.slice(article[0].length) };
  if (index === 0 && /[：:]$/.test(text)) return { role: 'addressee', text };
  if (CHAPTER.test(text) && isShort(text)) return { role: 'chapter', text };
  if (HEADING.test(text) && isShort(text)) return { role: 'heading', text };
  if (REMARK.test(text)) return { role: 'remark', text };
  if (isSignature(index, texts)) return { role: 'signature', text };
  if (isPlain(text) && opensRules(texts[index + 1])) return { role: 'title', text };
  return { role: 'paragraph', text };
}

/** The date of signing and the organs above it. */
function isSignature(index: number, texts: readonly string[]): boolean {
  for (let place = index; place < texts.length; place += 1) {
    if (DATE.test(texts[place]!)) return true;
    if (!isPlain(texts[place])) return false;
  }
  return false;
}
