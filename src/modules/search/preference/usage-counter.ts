import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { RecordRepository } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { Config } from '../../platform/config/index.js';
import { Log } from '../../platform/logging/index.js';
import { queryKey } from './query-key.js';
import { type UsageCount, UsageRepository } from './usage.repository.js';

const FLUSH_MS = 10_000;
/** Of one query and record in one interval: whoever repeats a request does not decide the order. */
const MOST_AN_INTERVAL = 5;
const MOST_WAITING = 5_000;
const LONGEST_QUERY = 40;
/** Numbers of people, phones and accounts, and addresses of mail, are nobody's usual query. */
const PERSONAL = /\d{6,}|@/;

/** Counts queries and opened results when `SEARCH_STATISTICS` is on: sums by day, no address, no session, no time. */
@Injectable()
export class UsageCounter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private waiting = new Map<string, UsageCount>();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly config: Config,
    private readonly usage: UsageRepository,
    private readonly records: RecordRepository,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.searchStatistics) return;
    this.timer = setInterval(() => void this.flush(), FLUSH_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  asked(query: string): void {
    this.count(query, '0');
  }

  async opened(query: string, identifier: string): Promise<void> {
    if (!this.config.searchStatistics) return;
    const record = await this.records.findByIdentifier(identifier);
    if (record?.status === 'published') this.count(query, record.id);
  }

  /** Writes down what was counted; what cannot be written now is tried again with the next. */
  async flush(): Promise<void> {
    if (this.waiting.size === 0) return;
    const counts = this.waiting;
    this.waiting = new Map();
    try {
      await this.usage.add(this.clock.today(), [...counts.values()]);
    } catch (error) {
      this.log.warn({ error }, 'search statistics could not be written; they will be with the next');
      for (const [place, count] of counts) if (!this.waiting.has(place)) this.waiting.set(place, count);
    }
  }

  private count(text: string, recordId: string): void {
    const query = text.trim();
    const key = queryKey(query);
    if (!this.config.searchStatistics || key === '' || query.length > LONGEST_QUERY || PERSONAL.test(key) || PERSONAL.test(query)) return;
    const place = `${key} ${recordId}`;
    const counted = this.waiting.get(place);
    if (counted) counted.count = Math.min(MOST_AN_INTERVAL, counted.count + 1);
    else if (this.waiting.size < MOST_WAITING) this.waiting.set(place, { key, query, recordId, count: 1 });
  }
}
