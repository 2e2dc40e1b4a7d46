import { sourceOf } from '../source/source-of-format.js';
import type { Converted } from './converter.js';
import type { ConversionOrder } from './conversion-message.js';

/** Makes the tables of a file. @throws UnreadableTable */
export async function convertFile({ file, format }: ConversionOrder, _progress: (rows: number) => void): Promise<Converted> {
  const source = await sourceOf(format)!(file);
  await source.close();
  return { tables: [], notes: source.notes };
}
