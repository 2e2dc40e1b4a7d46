import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentLoadingTask, PDFPageProxy } from 'pdfjs-dist';
import { type TextPart, Unreadable } from '../text-part.js';

/** pdf.js reads a file as a whole. */
const MOST_BYTES = 300 * 1024 ** 2;
const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const inside = (name: string) => `${path.join(folder, name)}${path.sep}`;

/** PDF (ISO 32000), with the character maps for Chinese fonts that bring no Unicode of their own. */
export async function* readPdf(file: string): AsyncGenerator<TextPart[], string | undefined> {
  if ((await stat(file)).size > MOST_BYTES) throw new Unreadable('PDF 超过 300 MB，没有读取文字；请压缩其中的图片或分成几个文件');
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: new Uint8Array(await readFile(file)),
    cMapUrl: inside('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: inside('standard_fonts'),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    verbosity: 0,
  });
  try {
    return yield* pagesOf(task);
  } finally {
    await task.destroy();
  }
}

async function* pagesOf(task: PDFDocumentLoadingTask): AsyncGenerator<TextPart[], string | undefined> {
  const document = await task.promise.catch((error: Error) => {
    if (error.name === 'PasswordException') throw new Unreadable('PDF 设有打开密码，读不出文字');
    throw new Unreadable('PDF 结构有错误，文件可能不完整');
  });
  let found = false;
  let broken = 0;
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const page = await document.getPage(number);
      const parts = [
        { place: `第 ${number} 页`, text: await textOf(page) },
        { place: `第 ${number} 页的批注`, text: await notesOf(page) },
      ].filter(({ text }) => text !== '');
      page.cleanup();
      found ||= parts.length > 0;
      yield parts;
    } catch {
      broken++;
    }
  }
  if (broken > 0) return `有 ${broken} 页损坏，没有读取`;
  if (!found) throw new Unreadable('扫描件，没有文字层：其中的文字不能检索，也没有经过自动检查，请人工核对');
  return undefined;
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('')
    .trim();
}

/** Comments and filled in fields. */
async function notesOf(page: PDFPageProxy): Promise<string> {
  const annotations = (await page.getAnnotations()) as { contentsObj?: { str?: string }; fieldValue?: unknown }[];
  return annotations
    .flatMap(({ contentsObj, fieldValue }) => [contentsObj?.str, typeof fieldValue === 'string' ? fieldValue : undefined])
    .filter(Boolean)
    .join('\n');
}
