import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentLoadingTask, PDFPageProxy } from 'pdfjs-dist';
import { Unreadable } from '../../reading/index.js';
import type { TextPart } from '../text-part.js';
import { pageList, readableSigns } from './page-signs.js';
import { notesOf, trimmingsOf } from './pdf/pdf-trimmings.js';

/** pdf.js reads a file as a whole. */
const MOST_BYTES = 300 * 1024 ** 2;
/** A page with an image and fewer characters than this is a scan. */
const FEW = 20;
/** Operators of pdf.js that paint images: `OPS.paintImageMaskXObject` and what follows it. */
const IMAGES = new Set([83, 84, 85, 86, 87, 88, 89]);
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
  const scans: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const page = await document.getPage(number);
      const text = await textOf(page);
      const parts = [
        { place: `第 ${number} 页`, text },
        { place: `第 ${number} 页的批注`, text: await notesOf(page) },
      ].filter((part) => part.text !== '');
      if (text === '') silent.push(number);
      else if (await isScan(page, text)) scans.push(number);
      page.cleanup();
      yield parts;
    } catch {
      broken.push(number);
    }
  }
  yield await trimmingsOf(document).catch(() => []);
  const attached = Object.keys(((await document.getAttachments().catch(() => null)) ?? {}) as object).length;
  if (silent.length === document.numPages) throw new Unreadable('扫描件，没有文字层：其中的文字不能检索，也没有经过自动检查，请人工核对');
  const notes = [
    broken.length > 0 ? `${pageList(broken)}损坏，没有读取` : '',
    silent.length > 0 ? `${pageList(silent)}没有文字，是空白页，或是没有文字层的扫描页` : '',
    scans.length > 0 ? `${pageList(scans)}以图像为主，图像中的文字没有检查` : '',
    attached > 0 ? `其中附有 ${attached} 个文件，没有读取` : '',
  ];
  return notes.filter(Boolean).join('；') || undefined;
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  return readableSigns(text).trim();
}

/** Whether a page that says next to nothing is a picture, with a number or a title on it. */
async function isScan(page: PDFPageProxy, text: string): Promise<boolean> {
  if (text.length >= FEW) return false;
  const { fnArray } = await page.getOperatorList();
  return fnArray.some((operator) => IMAGES.has(operator));
}
