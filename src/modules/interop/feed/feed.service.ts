import { Injectable } from '@nestjs/common';
import { DepartmentService } from '../../department/index.js';
import { AppError } from '../../kernel/app-error.js';
import { decodeCursor, encodeCursor } from '../../kernel/cursor.js';
import { Config } from '../../platform/config/index.js';
import { PublicAddress } from '../../platform/http/index.js';
import { type SearchInput, SearchService } from '../../search/index.js';
import { VocabularyService } from '../../vocabulary/index.js';
import type { CatalogEntry } from '../mapping/entry.js';
import { EntryReader } from '../reading/entry-reader.js';
import { atomDocument } from './atom.js';
import { atomEntry } from './atom-entry.js';
import type { FeedQuery } from './feed.query.js';
import { type FeedAddress, feedAddress, searchAddress } from './feed-address.js';

const PAGE = 50;
/** What an empty feed has to say of when it changed: always the same, so that it is not sent twice. */
const NEVER = '1970-01-01T00:00:00Z';
const KINDS = { dataset: '数据', document: '文件' } as const;

/** Which part of the catalog a feed is of. */
export interface FeedPart {
  department?: string;
  topic?: string;
}

/** Reads the catalog into feeds. */
@Injectable()
export class FeedService {
  constructor(
    private readonly entries: EntryReader,
    private readonly departments: DepartmentService,
    private readonly vocabulary: VocabularyService,
    private readonly searching: SearchService,
    private readonly address: PublicAddress,
    private readonly config: Config,
  ) {}

  /** What was published or revised last. @throws AppError NOT_FOUND for an unknown department or topic, BAD_REQUEST for a foreign cursor */
  async latest(part: FeedPart, { kind, cursor }: FeedQuery): Promise<string> {
    const name = await this.nameOf(part);
    const address = feedAddress(this.address.url, part, kind);
    const before = cursor ? positionOf(cursor, address.path) : undefined;
    const found = await this.entries.latest({ ...part, kind }, before, PAGE + 1);
    const page = found.slice(0, PAGE);
    const last = page.at(-1)?.position;
    const next = found.length > PAGE && last ? encodeCursor(`${last.at.getTime()}_${last.id}`, address.path) : undefined;
    const title = [name, kind && KINDS[kind], '最新发布与更新'].filter(Boolean).join(' · ');
    return this.write(
      `${this.config.siteName} · ${title}`,
      address,
      page.map(({ entry }) => entry),
      { cursor, next },
    );
  }

  /** What a search finds. @throws AppError BAD_REQUEST as the search does */
  async search(input: SearchInput): Promise<string> {
    const { hits, nextCursor } = await this.searching.search(input);
    const entries = await this.entries.byIdentifiers(hits.map(({ identifier }) => identifier));
    const title = input.q?.trim() ? `“${input.q.trim()}”的搜索结果` : '搜索结果';
    return this.write(`${this.config.siteName} · ${title}`, searchAddress(this.address.url, input), entries, {
      cursor: input.cursor ?? undefined,
      next: nextCursor ?? undefined,
    });
  }

  private async nameOf({ department, topic }: FeedPart): Promise<string | undefined> {
    if (department !== undefined) return (await this.departments.get(department)).name;
    if (topic === undefined) return undefined;
    if (!this.vocabulary.item('topic', topic))
      throw new AppError('NOT_FOUND', `没有编码为“${topic}”的主题，主题编码见 /api/v1/vocabularies/topic。`, {
        english: `There is no topic ${topic}.`,
      });
    return this.vocabulary.fullLabel('topic', topic);
  }

  private write(
    title: string,
    { id, alternate, page }: FeedAddress,
    entries: CatalogEntry[],
    { cursor, next }: { cursor?: string; next?: string },
  ): string {
    const newest = entries.reduce((at, { record }) => (record.updatedAt > at ? record.updatedAt : at), '');
    return atomDocument({
      id,
      title,
      subtitle: this.config.siteSlogan,
      author: this.config.siteName,
      updated: newest || NEVER,
      self: page(cursor),
      first: cursor || next ? page() : undefined,
      next: next && page(next),
      alternate,
      entries: entries.map(atomEntry),
    });
  }
}

/** @throws AppError BAD_REQUEST */
function positionOf(cursor: string, scope: string): { at: Date; id: string } {
  const [, at, id] = /^(\d{1,15})_(\d{1,18})$/.exec(decodeCursor(cursor, scope)) ?? [];
  if (!at || !id) return positionOf('', scope);
  return { at: new Date(Number(at)), id };
}
