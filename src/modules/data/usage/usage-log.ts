import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Log } from '../../platform/logging/index.js';
import type { TableViewer } from '../access/table-viewer.js';
import type { UsageKind } from './data-usage.entity.js';
import { type UsageCount, UsageRepository } from './usage.repository.js';

const FLUSH_EVERY_MS = 10_000;
/** Different sorts that are kept while the database is away; what comes beyond is not counted. */
const MOST_SORTS = 50_000;

/** Counts uses of tables in the process, and writes the sums now and then: no request waits for it. A process that is killed loses ten seconds of it. */
@Injectable()
export class UsageLog implements BeforeApplicationShutdown {
  private counts = new Map<string, UsageCount>();
  private flushing: Promise<void> = Promise.resolve();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly usage: UsageRepository,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  note(tableId: string, kind: UsageKind, { key }: Pick<TableViewer, 'key'>): void {
    const keyId = key?.kind === 'data' ? key.id : null;
    this.count({ tableId, day: this.clock.today(), kind, keyed: key !== undefined, keyId, requests: 1 });
  }

  /** Writes what was counted; after a failure it is written the next time. */
  flush(): Promise<void> {
    this.flushing = this.flushing.then(async () => {
      const counts = [...this.counts.values()];
      if (counts.length === 0) return;
      this.counts = new Map();
      try {
        await this.usage.add(counts);
      } catch (error) {
        this.log.error({ error }, 'the uses of data cannot be written');
        for (const count of counts) this.count(count);
      }
    });
    return this.flushing;
  }

  start(): void {
    this.timer ??= setInterval(() => void this.flush(), FLUSH_EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  private count(more: UsageCount): void {
    const sort = [more.tableId, more.day, more.kind, more.keyed, more.keyId].join(' ');
    const known = this.counts.get(sort);
    if (known) known.requests += more.requests;
    else if (this.counts.size < MOST_SORTS) this.counts.set(sort, { ...more });
  }
}
