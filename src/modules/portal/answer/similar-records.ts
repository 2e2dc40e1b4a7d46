import { Injectable } from '@nestjs/common';
import { type AnyRecord, RecordReader } from '../../catalog/index.js';
import { SearchService } from '../../search/index.js';
import { similarQuery } from './similar-query.js';
import { unlessAway } from './unless-away.js';

const MOST = 5;

/** Records about the same as one: what a search for its words finds. */
@Injectable()
export class SimilarRecords {
  constructor(
    private readonly searching: SearchService,
    private readonly reader: RecordReader,
  ) {}

  /** Without itself and `known`, which the page shows anyway; undefined while the search engine is away. */
  async of(record: AnyRecord, known: readonly string[]): Promise<AnyRecord[] | undefined> {
    const q = similarQuery(record);
    if (q === '') return [];
    const without = new Set([record.identifier, ...known]);
    const answer = await unlessAway(this.searching.find({ q, sort: 'relevance', offset: 0, limit: MOST + without.size, facets: [] }));
    if (!answer) return undefined;
    const wanted = answer.identifiers.filter((identifier) => !without.has(identifier)).slice(0, MOST);
    const found = await this.reader.byIdentifiersWithoutBodies(wanted);
    return wanted.flatMap((identifier) => found.get(identifier) ?? []);
  }
}
