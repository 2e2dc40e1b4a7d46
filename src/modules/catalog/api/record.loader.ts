import { Injectable } from '@nestjs/common';
import { type Connection, connectionOf, type GraphqlContext, RequestLoader } from '../../platform/graphql/index.js';
import type { AnyRecord, RelatedRecord } from '../record/record.model.js';
import { type RecordPage, RecordReader } from '../read/record-reader.js';
import type { Revision } from './record-answers.js';
import { presentRevision } from './present-revision.js';

/** What resolvers of records load in batches, each once a request. */
@Injectable()
export class RecordLoaders {
  readonly record: RequestLoader<string, AnyRecord>;
  readonly related: RequestLoader<string, RelatedRecord[]>;
  readonly revisions: RequestLoader<string, Revision[]>;
  private readonly pages: RequestLoader<string, RecordPage>;
  private readonly counts: RequestLoader<string, number>;

  constructor(reader: RecordReader) {
    this.record = new RequestLoader((identifiers) => reader.byIdentifiers(identifiers));
    this.related = new RequestLoader((identifiers) => reader.related(identifiers));
    this.revisions = new RequestLoader(async (identifiers) => {
      const found = await reader.revisionsOf(identifiers);
      return new Map([...found].map(([identifier, rows]) => [identifier, rows.map(presentRevision)]));
    });
    this.counts = new RequestLoader((departments) => reader.countsOfDepartments(departments));
    this.pages = new RequestLoader(async (keys) => {
      const pages = await reader.pagesOfDepartments(
        keys.map((key) => JSON.parse(key) as { department: string; limit: number; cursor: string | null }),
      );
      return new Map(keys.map((key, index) => [key, pages[index]!]));
    });
  }

  /** Records of a department; the pages of several departments are read together. */
  async ofDepartment(context: GraphqlContext, department: string, limit: number, after: string | null): Promise<Connection<AnyRecord>> {
    const { records: nodes, cursors, hasNext } = (await this.pages.load(context, JSON.stringify({ department, limit, cursor: after })))!;
    return connectionOf({ nodes, cursors, hasNext, after }, async () => (await this.counts.load(context, department)) ?? 0);
  }
}
