import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { sentence } from '../../kernel/sentence.js';
import { Unreadable } from '../reading/index.js';
import { type Examiner, type ExtractionMessage, type ExtractionOrder, NO_TEXT } from './extraction.js';
import { readerOf } from './reader-of-format.js';
import type { TextPart } from './text-part.js';

const BATCH = 256 * 1024;
const order = workerData as ExtractionOrder;
const tell = (message: ExtractionMessage) => parentPort!.postMessage(message);

/** Reads one file in a thread of its own, and tells what it says bit by bit: what was told stays when the thread is ended. */
class Reading {
  private readonly until = performance.now() + order.timeMs;
  private kept = 0;
  private left = 0;
  private waiting: string[] = [];
  private size = 0;

  constructor(private readonly examiner: Examiner<unknown> | undefined) {}

  async run(): Promise<ExtractionMessage> {
    let note: string | undefined;
    try {
      const parts = readerOf(order.format)(order.path);
      for (;;) {
        const next = await parts.next();
        if (next.done) {
          note = next.value;
          break;
        }
        for (const part of next.value) this.add(part);
        if (this.size > BATCH) this.flush();
        if (performance.now() > this.until) {
          await parts.return(undefined);
          note = `文件太大，在 ${Math.round(order.timeMs / 1000)} 秒内没有读完，后面的内容没有检查`;
          break;
        }
      }
    } catch (error) {
      note = error instanceof Unreadable ? error.message : '文件内容有错误，没有读完';
    }
    this.flush();
    return this.end(note);
  }

  private end(note: string | undefined): ExtractionMessage {
    const nothing = this.kept === 0;
    if (note !== undefined) return { type: 'end', state: nothing ? 'none' : 'partial', note: sentence(note), readToEnd: false };
    if (nothing) return { type: 'end', state: 'none', note: NO_TEXT, readToEnd: true };
    if (this.left === 0) return { type: 'end', state: 'whole', note: null, readToEnd: true };
    return { type: 'end', state: 'partial', note: `全文已检查；用于检索的只有前 ${this.kept} 个字。`, readToEnd: true };
  }

  private add(part: TextPart): void {
    this.examiner?.add(part);
    this.size += part.text.length;
    if (part.text === '' || part.aside) return;
    const room = order.kept - this.kept;
    if (room >= part.text.length) this.waiting.push(part.text, '\n');
    else if (room > 0) this.waiting.push(part.text.slice(0, room), '\n');
    this.kept += Math.max(0, Math.min(room, part.text.length));
    this.left += Math.max(0, part.text.length - Math.max(0, room));
  }

  private flush(): void {
    const text = this.waiting.join('');
    const findings = this.examiner?.take() ?? [];
    if (text !== '' || findings.length > 0) tell({ type: 'more', text, findings });
    this.waiting = [];
    this.size = 0;
  }
}

async function loadExaminer(): Promise<Examiner<unknown> | undefined> {
  if (order.examiner === undefined) return undefined;
  const { createExaminer } = (await import(pathToFileURL(order.examiner.module).href)) as {
    createExaminer: (data: unknown) => Examiner<unknown>;
  };
  return createExaminer(order.examiner.data);
}

tell(await new Reading(await loadExaminer()).run());
