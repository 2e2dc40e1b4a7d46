import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { decodedChunks, detectEncoding } from '../../../platform/reading/index.js';
import { type OpenedSource, type SheetSource, UnreadableTable } from '../sheet-source.js';
import { checkSheets } from '../source-limits.js';
import { type ArrayHearer, ArrayScanner, type FoundArray, SecondRoot } from './array-scanner.js';
import { type Element, elementTable } from './element-table.js';
import { isLarge } from './large-file.js';
import { openNdjson } from './ndjson-source.js';

/** A table of a JSON file: an array of objects, or of rows. */
interface ListedArray extends FoundArray {
  isTable: boolean;
}

/** The tables of a JSON file (RFC 8259) or of GeoJSON (RFC 7946): every array of objects that no other array holds. */
export async function openJson(path: string): Promise<OpenedSource> {
  const encoding = await detectEncoding(path);
  let arrays: ListedArray[];
  try {
    arrays = await arraysOf(path, encoding);
  } catch (error) {
    // Lines of JSON often bear the name of JSON.
    if (error instanceof SecondRoot) return openNdjson(path);
    throw error;
  }
  const notes: string[] = [];
  const large = isLarge((await stat(path)).size);
  const sheets: SheetSource[] = [];
  for (const { path: keys, position } of arrays) {
    const name = arrays.length === 1 ? null : keys.join('.');
    const list = { name, unit: '个对象', elements: () => elementsOf(path, encoding, position) };
    const sheet = await elementTable(list, large, notes);
    if (sheet) sheets.push(sheet);
  }
  if (sheets.length === 0) throw new UnreadableTable('JSON 里没有由对象组成的数组（如 [{"名称": "…"}, …]），不能做成表。');
  return { sheets, notes, close: () => Promise.resolve() };
}

/** Arrays of objects or of rows, and an array of anything that is the whole file. */
async function arraysOf(path: string, encoding: string): Promise<ListedArray[]> {
  const arrays: ListedArray[] = [];
  let current: ListedArray | undefined;
  const scanner = new ArrayScanner({
    array: (found) => {
      current = { ...found, isTable: found.path.length === 0 };
      return true;
    },
    element: (text) => {
      if (!current || arrays.at(-1) === current) return;
      if (!current.isTable && !/^\s*\{|^\s*\[/.test(text)) return;
      arrays.push(current);
      checkSheets(arrays.length);
    },
  });
  for await (const text of decodedChunks(createReadStream(path), encoding)) scanner.push(text);
  scanner.end();
  return arrays;
}

/** The elements of one array of a file. */
async function* elementsOf(path: string, encoding: string, position: number): AsyncGenerator<Element[]> {
  let batch: Element[] = [];
  let number = 0;
  let isPast = false;
  const hearer: ArrayHearer = {
    array: (found) => {
      isPast = found.position > position;
      return found.position === position;
    },
    element: (text) => batch.push({ number: ++number, text }),
  };
  const scanner = new ArrayScanner(hearer);
  for await (const text of decodedChunks(createReadStream(path), encoding)) {
    scanner.push(text);
    if (batch.length > 0) yield batch;
    batch = [];
    if (isPast) return;
  }
}
