import { AppError } from '../../kernel/app-error.js';
import type { Log } from '../../platform/logging/index.js';
import { type EngineChild, EngineError, type EngineResult, type Progress } from './engine-child.js';
import type { EngineOrder } from './engine-message.js';

export interface LaneOptions {
  name: string;
  processes: number;
  /** Statements at once in each process. */
  atOnce: number;
  mostWaiting: number;
  /** Of what is written into files, which takes long, at once. */
  mostWriting?: number;
  /** Most statements of one caller, running and waiting. */
  mostOfCaller: number;
  start: () => EngineChild;
  log: Log;
}

interface Place {
  caller: string;
  order: Omit<EngineOrder, 'id'>;
  signal?: AbortSignal;
  progress?: Progress;
  resolve: (result: EngineResult) => void;
  reject: (error: unknown) => void;
}

/** Statements in a line before their processes; callers take turns, so that one with many keeps no other waiting. */
export class Lane {
  private readonly children: EngineChild[] = [];
  private readonly queue: Place[] = [];
  private readonly running = new Map<string, number>();
  private writing = 0;
  private closed = false;

  constructor(private readonly options: LaneOptions) {}

  get name(): string {
    return this.options.name;
  }

  get waiting(): number {
    return this.queue.length;
  }

  /** @throws AppError TOO_MANY_REQUESTS, EngineError */
  run(order: Omit<EngineOrder, 'id'>, caller: string, signal?: AbortSignal, progress?: Progress): Promise<EngineResult> {
    const own = this.queue.filter((place) => place.caller === caller).length + (this.running.get(caller) ?? 0);
    if (this.queue.length >= this.options.mostWaiting || own >= this.options.mostOfCaller) return Promise.reject(tooMany());
    return new Promise((resolve, reject) => {
      const place: Place = { caller, order, signal, progress, resolve, reject };
      this.queue.push(place);
      signal?.addEventListener(
        'abort',
        () => {
          const index = this.queue.indexOf(place);
          if (index < 0) return;
          this.queue.splice(index, 1);
          reject(new EngineError('cancelled', 'not wanted any more'));
        },
        { once: true },
      );
      this.advance();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const place of this.queue.splice(0)) place.reject(new EngineError('cancelled', 'the server stops'));
    await Promise.all(this.children.map((child) => child.end()));
  }

  private advance(): void {
    while (this.queue.length > 0 && !this.closed) {
      const next = this.nextIndex();
      const child = next === undefined ? undefined : this.freeChild();
      if (next === undefined || !child) return;
      void this.serve(child, this.queue.splice(next, 1)[0]!);
    }
  }

  /** The first in the line of the caller who has the fewest running; undefined when only what has to wait is left. */
  private nextIndex(): number | undefined {
    const runs = (caller: string) => this.running.get(caller) ?? 0;
    let best: number | undefined;
    for (const [index, { caller, order }] of this.queue.entries()) {
      if (order.kind === 'write' && this.writing >= (this.options.mostWriting ?? Infinity)) continue;
      if (best === undefined || runs(caller) < runs(this.queue[best]!.caller)) best = index;
    }
    return best;
  }

  private freeChild(): EngineChild | undefined {
    for (let i = this.children.length - 1; i >= 0; i--) if (!this.children[i]!.alive) this.children.splice(i, 1);
    const least = this.children.toSorted((a, b) => a.busy - b.busy)[0];
    if (least?.busy === 0) return least;
    if (this.children.length < this.options.processes) {
      const child = this.options.start();
      this.children.push(child);
      return child;
    }
    return least && least.busy < this.options.atOnce ? least : undefined;
  }

  private async serve(child: EngineChild, { caller, order, signal, progress, resolve, reject }: Place): Promise<void> {
    this.running.set(caller, (this.running.get(caller) ?? 0) + 1);
    if (order.kind === 'write') this.writing += 1;
    try {
      resolve(await child.run(order, signal, progress));
    } catch (error) {
      if (error instanceof EngineError && error.reason === 'crash')
        this.options.log.warn({ lane: this.name }, 'a process of the query engine ended; another takes its place');
      reject(error);
    } finally {
      if (order.kind === 'write') this.writing -= 1;
      const left = this.running.get(caller)! - 1;
      if (left === 0) this.running.delete(caller);
      else this.running.set(caller, left);
      this.advance();
    }
  }
}

function tooMany(): AppError {
  return new AppError('TOO_MANY_REQUESTS', '正在排队的查询太多，请稍后重试。', {
    english: 'Too many queries are waiting; try again later.',
    retryAfter: 5,
  });
}
