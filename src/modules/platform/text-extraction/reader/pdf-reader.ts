import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentLoadingTask, PDFPageProxy } from 'pdfjs-dist';
import { type TextPart, Unreadable } from '../text-part.js';
import { pageList, readableSigns } from './page-signs.js';

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
  const broken: number[] = [];
  const silent: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const page = await document.getPage(number);
      const parts = [
        { place: `第 ${number} 页`, text: await textOf(page) },
        { place: `第 ${number} 页的批注`, text: await notesOf(page) },
      ].filter(({ text }) => text !== '');
      page.cleanup();
      if (parts.length === 0) silent.push(number);
      yield parts;
    } catch {
      broken.push(number);
    }
  }
  if (silent.length === document.numPages) throw new Unreadable('扫描件，没有文字层：其中的文字不能检索，也没有经过自动检查，请人工核对');
  const notes = [
    broken.length > 0 ? `${pageList(broken)}损坏，没有读取` : '',
    silent.length > 0 ? `${pageList(silent)}没有文字，是空白页，或是没有文字层的扫描页` : '',
  ];
  return notes.filter(Boolean).join('；') || undefined;
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  return readableSigns(text).trim();
}

/** Comments and filled in fields. */
async function notesOf(page: PDFPageProxy): Promise<string> {
  const annotations = (await page.getAnnotations()) as { contentsObj?: { str?: string }; fieldValue?: unknown }[];
  return annotations
    .flatMap(({ contentsObj, fieldValue }) => [contentsObj?.str, typeof fieldValue === 'string' ? fieldValue : undefined])
    .filter(Boolean)
    .join('\n');
}
