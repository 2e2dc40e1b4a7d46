import { type Client, errors } from '@elastic/elasticsearch';

const KEEP_ALIVE = '3m';
/** Searches that begin within this time read the same state. */
const FRESH_MS = 1_000;

/**
 * A point in time that searches share, so that the pages of one search belong together while records change.
 * It is taken anew every second and after each write of this process; old ones end by themselves.
 */
export class ReaderSnapshot {
  private id?: Promise<string>;
  private takenAt = 0;

  constructor(
    private readonly client: Client,
    private readonly index: string,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** What is written from now on is seen by the next search. */
  renew(): void {
    this.id = undefined;
  }

  /** Runs `search` on the given point in time, or on the present one when that is over or none was given. */
  async read<T>(search: (pit: { id: string; keep_alive: string }) => Promise<T>, given?: string): Promise<T> {
    const id = given ?? (await this.current());
    try {
      return await search({ id, keep_alive: KEEP_ALIVE });
    } catch (error) {
      if (!isOver(error)) throw error;
      this.renew();
      return search({ id: await this.current(), keep_alive: KEEP_ALIVE });
    }
  }

  private current(): Promise<string> {
    if (this.id && this.now() - this.takenAt < FRESH_MS) return this.id;
    this.takenAt = this.now();
    const taken = this.client.openPointInTime({ index: this.index, keep_alive: KEEP_ALIVE }).then(({ id }) => id);
    this.id = taken;
    taken.catch(() => {
      if (this.id === taken) this.id = undefined;
    });
    return taken;
  }
}

/** The point in time expired, or its index, shard or node is gone; a text that never was one is refused as such. */
function isOver(error: unknown): boolean {
  if (!(error instanceof errors.ResponseError)) return false;
  const status = error.statusCode ?? 0;
  return status === 404 || status >= 500 || /search_context_missing|No search context|invalid id/.test(JSON.stringify(error.body ?? ''));
}
