import { Injectable } from '@nestjs/common';
import { AppError } from '../../kernel/app-error.js';

const MOST_WAITING = 50;

/** Work on one table comes one after the other, so that nothing is written twice for having been overtaken. */
@Injectable()
export class PushTurns {
  private readonly last = new Map<string, { done: Promise<unknown>; waiting: number }>();

  /** @throws AppError TOO_MANY_REQUESTS when too many wait for the same */
  async take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(name) ?? { done: Promise.resolve(), waiting: 0 };
    if (before.waiting >= MOST_WAITING)
      throw new AppError('TOO_MANY_REQUESTS', '这张表正在处理的推送太多，请稍后重试，或把多行合成一次推送。', {
        english: 'Too many pushes to this table are waiting; try again later, or push more rows at once.',
        retryAfter: 5,
      });
    const done = before.done.then(work, work);
    const turn = { done: done.catch(() => undefined), waiting: before.waiting + 1 };
    this.last.set(name, turn);
    try {
      return await done;
    } finally {
      const now = this.last.get(name)!;
      now.waiting -= 1;
      if (now.waiting === 0) this.last.delete(name);
    }
  }
}
