import { createReadStream } from 'node:fs';
import { constants, createInflate } from 'node:zlib';
import { endsOf, scanBytes } from '../byte-scan.js';
import { Refusal } from '../refusal.js';
import { checkPdfEnds, checkPdfText } from './pdf-rules.js';
import { PdfScan } from './pdf-scan.js';

const MOST_STREAMS = 50_000;
const MOST_INFLATED = 512 * 1024 ** 2;
const MOST_RATIO_FREE = 16 * 1024 ** 2;
const CARRY = 256;

/** Reads a PDF from end to end, and into its object streams. @throws Refusal */
export async function inspectPdf(file: string): Promise<void> {
  const { tail, size } = await endsOf(file, 0, 2048);
  checkPdfEnds(tail);
  const scan = new PdfScan();
  await scanBytes(file, scan);
  if (scan.objectStreams.length > MOST_STREAMS) throw new Refusal('zipBomb', 'PDF 对象流过多');
  const budget = { left: Math.min(MOST_INFLATED, Math.max(MOST_RATIO_FREE, size * 100)) };
  for (const { offset, readable } of scan.objectStreams) {
    if (!readable) throw new Refusal('polyglot', 'PDF 对象流用了无法检查的编码');
    await inspectObjects(file, offset, budget);
  }
}

async function inspectObjects(file: string, offset: number, budget: { left: number }): Promise<void> {
  const source = createReadStream(file, { start: offset, highWaterMark: 16 * 1024 });
  const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
  source.on('error', (error) => inflate.destroy(error));
  source.pipe(inflate);
  let carried = '';
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      budget.left -= chunk.length;
      if (budget.left < 0) throw new Refusal('zipBomb', 'PDF 对象流');
      const text = carried + chunk.toString('latin1');
      checkPdfText(text);
      carried = text.slice(-CARRY);
    }
  } catch (error) {
    // A reader shows what it can unpack: so is what comes before the damage looked at.
    if (!/^Z_/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    source.destroy();
    inflate.destroy();
  }
}
