import { createRequire } from 'node:module';
import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import {
  EXTRACTION_LIMITS,
  type ExaminerOrder,
  type ExtractedText,
  type ExtractionLimits,
  type ExtractionMessage,
  type ExtractionOrder,
} from './extraction.js';

const MEGABYTE = 1024 ** 2;
const LOOK_MS = 200;
/** Threads run what is built: they cannot run TypeScript. */
const SCRIPT = createRequire(import.meta.url).resolve('#src/modules/platform/text-extraction/extraction-worker.js');

/** Why a worker was ended, as people read it. */
const ENDED = {
  time: '文件太复杂，没有在限时内读完；后面的内容没有检查。',
  memory: '文件展开后太大，没有读完；后面的内容没有检查。',
  crash: '文件内容有错误，没有读完；后面的内容没有检查。',
} as const;

/** Reads the text of files in threads that are ended when they take too long or too much: a file can never take the server with it. */
export class TextExtractor {
  private readonly limits: ExtractionLimits;
  private running = 0;
  private readonly queue: (() => void)[] = [];

  /** `script` replaces what runs in the thread. */
  constructor(
    limits: Partial<ExtractionLimits> = {},
    private readonly script = SCRIPT,
  ) {
    this.limits = { ...EXTRACTION_LIMITS, ...limits };
  }

  /**
   * The text of a file of the format of this code; never fails for what stands in the file.
   * The examiner looks through the text in the same thread.
   */
  async extract<Finding = never>(path: string, format: string, examiner?: ExaminerOrder): Promise<ExtractedText<Finding>> {
    await this.turn();
    try {
      return await this.read<Finding>(path, format, examiner);
    } finally {
      const next = this.queue.shift();
      // The place goes to who waits, so that nobody who comes meanwhile takes it too.
      if (next) next();
      else this.running--;
    }
  }

  private async turn(): Promise<void> {
    if (this.running < this.limits.workers) this.running++;
    else await new Promise<void>((resolve) => this.queue.push(resolve));
  }

  private async read<Finding>(path: string, format: string, examiner?: ExaminerOrder): Promise<ExtractedText<Finding>> {
    const { kept, timeMs, timeMsPerMegabyte, graceMs, heapMegabytes, growthMegabytes } = this.limits;
    const { size } = await stat(path);
    const time = timeMs + Math.ceil((size / MEGABYTE) * timeMsPerMegabyte);
    const order: ExtractionOrder = { path, format, kept, timeMs: time, examiner };
    const worker = new Worker(this.script, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
      // What reads files of strangers knows nothing of the server's settings.
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    const texts: string[] = [];
    const findings: Finding[] = [];
    const before = process.memoryUsage.rss();
    const end = await new Promise<Omit<ExtractionMessage & { type: 'end' }, 'type'>>((resolve) => {
      const give = (reason: keyof typeof ENDED) =>
        resolve({ state: texts.length === 0 ? 'none' : 'partial', note: ENDED[reason], readToEnd: false });
      const timer = setTimeout(() => give('time'), time + graceMs);
      const guard = setInterval(() => {
        if (process.memoryUsage.rss() - before > growthMegabytes * MEGABYTE) give('memory');
      }, LOOK_MS);
      worker.on('message', (message: ExtractionMessage) => {
        if (message.type === 'end') return resolve(message);
        if (message.text !== '') texts.push(message.text);
        findings.push(...(message.findings as Finding[]));
      });
      worker.on('error', (error: NodeJS.ErrnoException) => give(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash'));
      worker.on('exit', () => {
        clearTimeout(timer);
        clearInterval(guard);
        give('crash');
      });
    });
    await worker.terminate();
    const { state, note, readToEnd } = end;
    return { text: texts.join('').trimEnd(), state, note, readToEnd, findings };
  }
}
