import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import os from 'node:os';
import type { EngineFailure, EngineLimits, EngineOrder, EngineReply, EngineRequest } from './engine-message.js';

/** Processes run what is built: they cannot run TypeScript. */
const SCRIPT = createRequire(import.meta.url).resolve('#src/modules/data/engine/engine-process.js');

/** How long a process may take to heed an interrupt before it is ended. */
const GRACE_MS = 2_000;

export type EngineResult = Extract<EngineReply, { type: 'rows' | 'written' }>;

/** A statement that did not come to its end. */
export class EngineError extends Error {
  constructor(
    readonly reason: EngineFailure | 'crash',
    message: string,
  ) {
    super(message);
  }
}

interface Waiting {
  resolve: (result: EngineResult) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
  progress?: Progress;
}

/** Hears how much of a statement is done, in percent. */
export type Progress = (percent: number) => void;

/** One process of the engine, seen from the server. A process that dies takes only its own statements along. */
export class EngineChild {
  private readonly waiting = new Map<number, Waiting>();
  private readonly child: ChildProcess;
  private readonly ready: Promise<void>;
  private readonly gone: Promise<unknown>;
  private next = 1;
  private orders = 0;
  alive = true;

  constructor(limits: EngineLimits, { nice = 0 }: { nice?: number } = {}) {
    this.child = fork(SCRIPT, {
      serialization: 'advanced',
      // What runs statements of strangers knows nothing of the server's settings.
      env: { UV_THREADPOOL_SIZE: String(Math.max(4, limits.connections * 2)) },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    if (nice > 0) this.child.once('spawn', () => lower(this.child.pid!, nice));
    this.gone = once(this.child, 'exit');
    this.ready = new Promise((resolve, reject) => {
      this.child.on('message', (reply: EngineReply) => {
        if (reply.type === 'ready') resolve();
        else if (reply.type === 'progress') this.waiting.get(reply.id)?.progress?.(reply.percent);
        else this.settle(reply);
      });
      this.child.once('exit', () => {
        this.alive = false;
        const error = new EngineError('crash', 'the process of the engine ended');
        reject(error);
        for (const id of [...this.waiting.keys()]) this.take(id)?.reject(error);
      });
    });
    this.ready.catch(() => undefined);
    this.send({ type: 'open', limits });
  }

  /** How many statements it is at. */
  get busy(): number {
    return this.orders;
  }

  /** @throws EngineError */
  async run(order: Omit<EngineOrder, 'id'>, signal?: AbortSignal, progress?: Progress): Promise<EngineResult> {
    const id = this.next++;
    this.orders += 1;
    const cancel = () => this.send({ type: 'cancel', id });
    try {
      await this.ready;
      signal?.throwIfAborted();
      signal?.addEventListener('abort', cancel, { once: true });
      return await new Promise<EngineResult>((resolve, reject) => {
        const timer = setTimeout(() => {
          this.take(id)?.reject(new EngineError('time', 'it does not heed the interrupt'));
          void this.end();
        }, order.timeMs + GRACE_MS);
        this.waiting.set(id, { resolve, reject, timer, progress });
        this.send({ type: 'order', id, ...order });
      });
    } catch (error) {
      throw signal?.aborted ? new EngineError('cancelled', 'not wanted any more') : error;
    } finally {
      this.orders -= 1;
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** Ends it at once; returns when it is gone. */
  async end(): Promise<void> {
    this.alive = false;
    this.child.kill('SIGKILL');
    await this.gone;
  }

  private settle(reply: Exclude<EngineReply, { type: 'ready' | 'progress' }>): void {
    const waiting = this.take(reply.id);
    if (reply.type === 'failed') waiting?.reject(new EngineError(reply.reason, reply.message));
    else waiting?.resolve(reply);
  }

  private take(id: number): Waiting | undefined {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    clearTimeout(waiting?.timer);
    return waiting;
  }

  private send(request: EngineRequest): void {
    if (this.child.connected) this.child.send(request, () => undefined);
  }
}

/** Heavy statements give way to whatever else the machine does. */
function lower(pid: number, nice: number): void {
  try {
    os.setPriority(pid, nice);
  } catch {
    // Where that is not allowed they run like everything else.
  }
}
