import { Injectable } from '@nestjs/common';
import { AppError } from '../../kernel/app-error.js';
import { decodeCursor, encodeCursor } from '../../kernel/cursor.js';
import { Config } from '../../platform/config/index.js';
import { PublicAddress } from '../../platform/http/index.js';
import { FACTS } from '../mapping/facts.js';
import { DCAT } from '../mapping/column/dcat.js';
import { catalogName } from '../mapping/catalog-name.js';
import type { CatalogEntry } from '../mapping/entry.js';
import { EntryReader } from '../reading/entry-reader.js';
import { pageQueries } from './catalog-page.js';
import type { DcatQuery } from './dcat.query.js';
import { describePage } from './describe-catalog.js';
import { describeEntry } from './describe-entry.js';
import { describeTombstone } from './describe-tombstone.js';
import { Graph } from './graph.js';

/** Makes graphs of the catalog and of its records. */
@Injectable()
export class DcatService {
  constructor(
    private readonly entries: EntryReader,
    private readonly address: PublicAddress,
    private readonly config: Config,
  ) {}

  /** A page, and where the next one is. @throws AppError BAD_REQUEST for a cursor of another list, or with a page beside it */
  async page({ kind, department, topic, page, after, limit }: DcatQuery): Promise<{ graph: Graph; next?: string }> {
    if (page !== undefined && after !== undefined) throw bothPlaces();
    const filter = { kind, department, topic };
    const scope = `dcat:${JSON.stringify([kind, department, topic])}`;
    const [position, number] = after === undefined ? [undefined, page ?? 1] : placeOf(after, scope);
    const [total, found] = await Promise.all([
      this.entries.count(filter),
      position === undefined
        ? this.entries.pageAt(filter, (number - 1) * limit, limit + 1)
        : this.entries.page(filter, position, limit + 1),
    ]);
    const shown = found.slice(0, limit);
    const next = found.length > limit ? encodeCursor(`${shown.at(-1)!.position}.${number + 1}`, scope) : undefined;
    const queries = pageQueries({ filter, number, limit, total, next, after });
    const graph = new Graph(this.address.url);
    describePage(
      graph,
      catalogName(this.config),
      queries,
      total,
      shown.map(({ entry }) => entry),
    );
    return { graph, next: queries.next };
  }

  /** What a record says, or that it was withdrawn. */
  graphOf(entry: CatalogEntry): Graph {
    const graph = new Graph(this.address.url);
    if (entry.record.status === 'withdrawn') describeTombstone(graph, entry);
    else describeEntry(graph, entry);
    return graph;
  }

  /** What the words of our own mean. */
  terms(): Graph {
    const graph = new Graph(this.address.url);
    for (const { name, label } of FACTS) {
      const word = DCAT[name];
      if (!word?.startsWith('hz:')) continue;
      const term = graph.expand(word as `hz:${string}`);
      graph.type(term, 'rdf:Property');
      graph.label(term, 'rdfs:label', label);
    }
    return graph;
  }
}

/** Position and number of the page that a cursor stands for. */
function placeOf(after: string, scope: string): [position: string, number: number] {
  const [position = '', number = ''] = decodeCursor(after, scope, 'after').split('.');
  if (!/^\d{1,18}$/.test(position) || !/^\d{1,7}$/.test(number)) decodeCursor('', scope, 'after');
  return [position, Number(number)];
}

function bothPlaces(): AppError {
  return new AppError('BAD_REQUEST', '参数 page 与 after 只能用一个：逐页抓取请一直跟随 hydra:next。', {
    english: 'Use page or after, not both; to harvest, follow hydra:next.',
    fields: [{ field: 'page', message: '与 after 只能用一个' }],
  });
}
