import { Injectable } from '@nestjs/common';
import { type ReadableTable, RowReader, TableReader, viewerOf } from '../../../data/index.js';
import { AppError, invalidField } from '../../../kernel/app-error.js';
import type { ActionProvider, Actions, Call } from '../action/action.js';
import { resourceKeyOf } from '../package/resource-id.js';
import { datastoreQuestion } from './datastore-question.js';
import { presentRecords, RECORDS_FORMATS, type RecordsFormat } from './present-records.js';

/** datastore_search over tables: a question of CKAN becomes one of ours. */
@Injectable()
export class DatastoreActions implements ActionProvider {
  constructor(
    private readonly tables: TableReader,
    private readonly rows: RowReader,
  ) {}

  readonly actions: Actions = {
    datastore_search: {
      help: '一张表的行：resource_id、filters、q、fields、sort、limit（最多 1000）、offset、include_total、records_format。',
      run: (call) => this.datastoreSearch(call),
    },
  };

  private async datastoreSearch({ parameters, request, response }: Call): Promise<object> {
    const id = parameters.text('resource_id') ?? parameters.text('id');
    if (id === undefined) throw invalidField('resource_id', '缺少这个参数');
    const format = (parameters.text('records_format') ?? 'objects') as RecordsFormat;
    if (!RECORDS_FORMATS.includes(format)) throw invalidField('records_format', `应为 ${RECORDS_FORMATS.join('、')}`);
    const { limit, offset, fields, includesTotal, ...asked } = datastoreQuestion(parameters);
    const viewer = viewerOf(request);
    const table = await this.table(id, viewer);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    // A page of no rows still tells of the columns.
    const question = { ...asked, limit: Math.max(1, limit), offset, count: includesTotal };
    const page = await this.rows.pageOf(table, question, viewer, { signal: gone.signal, response, use: 'rows' });
    const shown = limit === 0 ? { ...page, rows: [], numbers: [] } : page;
    return {
      include_total: includesTotal,
      limit,
      offset,
      records_format: format,
      resource_id: id,
      total_estimation_threshold: null,
      ...presentRecords(shown, fields, format),
      _links: this.links(request.originalUrl.split('?')[0]!, id, limit, offset),
      ...(includesTotal ? { total: page.total, total_was_estimated: false } : {}),
    };
  }

  private links(path: string, id: string, limit: number, offset: number): object {
    const query = (from: number) => `${path}?${new URLSearchParams({ resource_id: id, limit: String(limit), offset: String(from) })}`;
    return { start: query(0), next: query(offset + limit) };
  }

  private async table(id: string, viewer: ReturnType<typeof viewerOf>): Promise<ReadableTable> {
    const key = resourceKeyOf(id);
    if (!key || !('table' in key))
      throw new AppError('NOT_FOUND', `资源“${id}”不是可以逐行查询的表；datastore_active 为 true 的资源才是。`, {
        english: `The resource ${id} is no table; those with datastore_active true are.`,
      });
    return this.tables.get(key.identifier, key.table, viewer);
  }
}
