import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { TextPart } from '../../text-part.js';

/** Comments, filled in fields and what may be chosen in them. */
export async function notesOf(page: PDFPageProxy): Promise<string> {
  const annotations = (await page.getAnnotations()) as {
    contentsObj?: { str?: string };
    titleObj?: { str?: string };
    fieldValue?: unknown;
    alternativeText?: string;
    options?: { displayValue?: string }[];
    unsafeUrl?: string;
  }[];
  return annotations
    .flatMap(({ contentsObj, titleObj, fieldValue, alternativeText, options = [], unsafeUrl }) => [
      contentsObj?.str,
      titleObj?.str,
      ...[fieldValue].flat().filter((value) => typeof value === 'string'),
      alternativeText,
      ...options.map(({ displayValue }) => displayValue),
      unsafeUrl,
    ])
    .filter(Boolean)
    .join('\n');
}

/** What a PDF says of itself, beside its pages: properties and bookmarks. */
export async function trimmingsOf(document: PDFDocumentProxy): Promise<TextPart[]> {
  const { info, metadata } = await document.getMetadata();
  const properties = [...textsIn(info, 3), ...textsIn(metadata?.getRaw(), 1)];
  const titles: string[] = [];
  const open = [...((await document.getOutline()) ?? [])].reverse();
  for (let item = open.pop(); item; item = open.pop()) {
    titles.push(item.title);
    for (const child of (item.items as typeof open).reverse()) open.push(child);
  }
  return [
    ...properties.map((text): TextPart => ({ place: '文件属性', text, aside: true })),
    ...titles.map((text): TextPart => ({ place: '书签', text, aside: true })),
  ].filter(({ text }) => text.trim() !== '');
}

function textsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [value];
  return depth > 0 && typeof value === 'object' && value !== null ? Object.values(value).flatMap((one) => textsIn(one, depth - 1)) : [];
}
