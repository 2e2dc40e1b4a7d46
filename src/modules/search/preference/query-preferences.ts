import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { Config } from '../../platform/config/index.js';
import { Log } from '../../platform/logging/index.js';
import { soundOf } from '../engines/term-sound.js';
import type { Preferences, Suggestion } from '../search-engine.js';
import { BestBetRepository } from './best-bet.repository.js';
import { queryKey } from './query-key.js';
import { UsageRepository } from './usage.repository.js';

/** Other processes may have changed them. */
const FRESH_MS = 5_000;

interface Known {
  preferences: ReadonlyMap<string, Preferences>;
  popular: readonly PopularQuery[];
}

interface PopularQuery {
  text: string;
  key: string;
  pinyin: string;
  initials: string;
}

/** What editors and readers prefer for each query; kept in memory, and read anew behind the first search after a few seconds. */
@Injectable()
export class QueryPreferences {
  private known?: Promise<Known>;
  private readAt = 0;

  constructor(
    private readonly bestBets: BestBetRepository,
    private readonly usage: UsageRepository,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Undefined when nobody prefers anything. */
  async of(query: string): Promise<Preferences | undefined> {
    const { preferences } = await this.current();
    return preferences.size === 0 ? undefined : preferences.get(queryKey(query));
  }

  /** Queries that many asked and that begin or sound like what has been typed. */
  async popular(typed: string, limit: number): Promise<Suggestion[]> {
    const key = queryKey(typed);
    if (key === '') return [];
    const { popular } = await this.current();
    return popular
      .filter((query) => query.key.startsWith(key) || query.pinyin.startsWith(key) || query.initials.startsWith(key))
      .slice(0, limit)
      .map(({ text }) => ({ type: 'query', text }));
  }

  /** Queries that many asked, the most frequent first. */
  async mostAsked(limit: number): Promise<string[]> {
    const { popular } = await this.current();
    return popular.slice(0, limit).map(({ text }) => text);
  }

  /** What was just set is seen by the next search of this process. */
  renew(): void {
    this.known = undefined;
  }

  private current(): Promise<Known> {
    const now = performance.now();
    if (this.known && now - this.readAt < FRESH_MS) return this.known;
    this.readAt = now;
    const before = this.known;
    const reading = this.read().catch(async (error: unknown) => {
      // A preference is never worth an answer.
      this.log.warn({ error }, 'search preferences cannot be read');
      return (await before) ?? { preferences: new Map(), popular: [] };
    });
    this.known = reading;
    return before ?? reading;
  }

  private async read(): Promise<Known> {
    const preferences = new Map<string, Preferences>();
    for (const { key, pinned, buried } of await this.bestBets.placed()) preferences.set(key, { pinned, buried, favoured: [] });
    if (!this.config.searchStatistics) return { preferences, popular: [] };
    const today = this.clock.today();
    for (const { key, recordId, share } of await this.usage.favoured(today)) {
      const own = preferences.get(key) ?? { pinned: [], buried: [], favoured: [] };
      own.favoured.push({ recordId, share });
      preferences.set(key, own);
    }
    const popular = (await this.usage.popular(today)).map((text) => ({ text, key: queryKey(text), ...soundOf(text) }));
    return { preferences, popular };
  }
}
