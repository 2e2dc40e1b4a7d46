import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { clamdPlace, verdictOf } from './clamd-answer.js';
import { type ScannerState, type ScanVerdict, VirusScanner } from './virus-scanner.js';

/** How long clamd may keep silent: while it connects or is asked whether it is there, and while it looks at a file. */
const SHORT = 3_000;
const LONG = 300_000;
const PIECE = 256 * 1024;
/** Bytes before the place where it hung up from which on its answer may come. */
const CAREFUL = 4 * PIECE;
/** How often it is listened for 20 ms after such a piece: a busy machine answers late. */
const LISTENING = 150;
const HUNG_UP = new Set(['EPIPE', 'ECONNRESET']);

/** A clamd server, asked by its own protocol: `zINSTREAM`, chunks with their length, a chunk of none, one line in answer. */
export class ClamdScanner extends VirusScanner {
  private readonly place: ReturnType<typeof clamdPlace>;

  constructor(
    setting: string,
    private readonly patience = LONG,
  ) {
    super();
    this.place = clamdPlace(setting);
  }

  async scan(file: string): Promise<ScanVerdict> {
    const progress = { sent: 0 };
    try {
      const answer = await this.send(file, progress, Infinity).catch((error: NodeJS.ErrnoException) => {
        // It answered and hung up while we were speaking, and its answer went with the connection: asked again, with pauses to listen.
        if (!HUNG_UP.has(error.code ?? '')) throw error;
        return this.send(file, { sent: 0 }, progress.sent - CAREFUL);
      });
      return verdictOf(answer);
    } catch (error) {
      return { result: 'away', reason: (error as NodeJS.ErrnoException).code ?? (error as Error).message };
    }
  }

  /** Sends a file and gives back the answer; from `careful` bytes on it listens after every piece. */
  private async send(file: string, progress: { sent: number }, careful: number): Promise<string> {
    const content = createReadStream(file, { highWaterMark: PIECE });
    try {
      return await this.conversation(this.patience, async (socket, answered) => {
        await written(socket, Buffer.from('zINSTREAM\0'));
        for await (const chunk of content as AsyncIterable<Buffer>) {
          // Once it has answered (a file too large, say) the rest is not worth sending.
          if (answered()) return;
          const length = Buffer.alloc(4);
          length.writeUInt32BE(chunk.length);
          await written(socket, Buffer.concat([length, chunk]));
          progress.sent += chunk.length;
          for (let wait = 0; progress.sent > careful && wait < LISTENING && !answered(); wait++) await setTimeout(20);
        }
        if (!answered()) await written(socket, Buffer.alloc(4));
      });
    } finally {
      content.destroy();
    }
  }

  async state(): Promise<ScannerState> {
    const answer = await this.conversation(SHORT, (socket) => written(socket, Buffer.from('zPING\0'))).catch(() => '');
    return answer.startsWith('PONG') ? 'up' : 'away';
  }

  /** Connects, says something, and gives back the one line of answer, however the rest goes. */
  private conversation(patience: number, speak: (socket: Socket, answered: () => boolean) => Promise<void>): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.place);
      const parts: Buffer[] = [];
      const end = (error?: Error) => {
        socket.destroy();
        if (parts.length > 0) resolve(Buffer.concat(parts).toString());
        else reject(error ?? new Error('clamd 没有回答'));
      };
      socket.setTimeout(SHORT, () => end(new Error('clamd 没有按时回答')));
      socket.on('data', (chunk) => {
        parts.push(chunk);
        if (chunk.includes(0)) end();
      });
      socket.on('error', end);
      socket.on('close', () => end());
      socket.on('connect', () => {
        socket.setTimeout(patience);
        speak(socket, () => parts.length > 0).catch((error: Error) => {
          // It may have answered and closed while we were still speaking: what it said counts, if it is there.
          if (parts.length === 0 && !socket.destroyed) setImmediate(() => end(error));
          else end(error);
        });
      });
    });
  }
}

const written = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
