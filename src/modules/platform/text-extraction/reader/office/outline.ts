import { readXml, relationshipsOf, type XmlListener, type ZipArchive } from '../../../reading/index.js';
import { DateStyles, relationshipIn, SharedStrings, type SheetContext, Workbook } from './workbook-parts.js';

/** A slide or a sheet. */
export interface Seed {
  part: string;
  place: string;
  /** Name of a sheet. */
  title?: string;
}

/** What a main part says of the others: which are its slides or sheets, and what cells refer to. */
export interface Outline {
  seeds?: Seed[];
  context?: SheetContext;
  /** The part with the shared strings, which has been read. */
  strings?: string;
}

/** Reads only as much of a main part as is needed: of a document its first element. */
export async function outlineOf(archive: ZipArchive, main: string | undefined): Promise<Outline> {
  if (main === undefined) return {};
  const root = await rootOf(archive, main);
  if (root === 'workbook') return workbookOf(archive, main);
  return root === 'presentation' ? { seeds: await slidesOf(archive, main) } : {};
}

/** Name of the first element. */
async function rootOf(archive: ZipArchive, name: string): Promise<string | undefined> {
  const listener: XmlListener<string> & { found: string[] } = {
    found: [],
    open: (element) => listener.found.push(element),
    take: () => listener.found.slice(0, 1),
  };
  for await (const [root] of readXml(archive.read(name), listener)) return root;
  return undefined;
}

async function slidesOf(archive: ZipArchive, main: string): Promise<Seed[]> {
  const targets = new Map((await relationshipsOf(archive, main)).map(({ id, target }) => [id, target]));
  const slides = new Set<string>();
  const listener: XmlListener<never> = {
    open: (name, attributes) => {
      const slide = name === 'sldId' ? targets.get(relationshipIn(attributes)) : undefined;
      if (slide !== undefined) slides.add(slide);
    },
    take: () => [],
  };
  for await (const _ of readXml(archive.read(main), listener));
  return [...slides].map((part, index) => ({ part, place: `幻灯片 ${index + 1}` }));
}

async function workbookOf(archive: ZipArchive, main: string): Promise<Outline> {
  const related = await relationshipsOf(archive, main);
  const workbook = new Workbook();
  const names = await all(archive, main, workbook);
  const sheets = new Map<string, Seed>();
  for (const { name, relationship } of names) {
    const part = related.find(({ id }) => id === relationship)?.target;
    if (part !== undefined && !sheets.has(part)) sheets.set(part, { part, place: `工作表“${name}”`, title: name });
  }
  const partOf = (type: string) => related.find((one) => one.type === type)?.target ?? archive.find(`xl/${type}.xml`);
  const strings = new SharedStrings();
  const sharedStrings = partOf('sharedStrings');
  await all(archive, sharedStrings, strings);
  const isDate = await all(archive, partOf('styles'), new DateStyles());
  return { seeds: [...sheets.values()], context: { strings, isDate, since1904: workbook.since1904 }, strings: sharedStrings };
}

async function all<T>(archive: ZipArchive, name: string | undefined, listener: XmlListener<T>): Promise<T[]> {
  const made: T[] = [];
  if (name === undefined) return made;
  for await (const batch of readXml(archive.read(name), listener)) for (const item of batch) made.push(item);
  return made;
}
