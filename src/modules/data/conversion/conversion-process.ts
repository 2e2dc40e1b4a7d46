import { UnreadableTable } from '../source/sheet-source.js';
import { convertFile } from './convert-file.js';
import type { ConversionMessage, ConversionOrder } from './conversion-message.js';

const tell = (message: ConversionMessage, then: () => void = () => undefined) => process.send!(message, undefined, undefined, then);

async function run(order: ConversionOrder): Promise<void> {
  const message: ConversionMessage = await convertFile(order, (rows) => tell({ type: 'progress', rows })).then(
    (made) => ({ type: 'done', ...made }),
    (error: unknown) =>
      error instanceof UnreadableTable
        ? { type: 'unreadable', message: error.message }
        : { type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) },
  );
  tell(message, () => process.exit());
}

// The server is gone: nobody waits for the tables any more.
process.on('disconnect', () => process.exit());
process.once('message', (order: ConversionOrder) => void run(order));
