import { Injectable } from '@nestjs/common';
import { type FileMember, RecordReader } from '../../../catalog/index.js';
import { AppError } from '../../../kernel/app-error.js';
import { EntryReader } from '../../reading/entry-reader.js';
import { packageOf } from '../package/present-package.js';
import type { CkanResource } from '../package/present-resource.js';
import { resourceKeyOf } from '../package/resource-id.js';
import { searchQueryError } from '../search/search-query-error.js';
import type { ActionProvider, Actions } from './action.js';
import type { Parameters } from './parameters.js';

/** Members of a resource that can be searched, and what files call them. */
const MEMBERS: Record<string, FileMember['member']> = {
  name: 'title',
  description: 'description',
  url: 'url',
  format: 'format',
  hash: 'sha256',
};
const MOST = 1_000;
const MOST_TERMS = 5;

/** resource_show, resource_search and resource_view_list. */
@Injectable()
export class ResourceActions implements ActionProvider {
  constructor(
    private readonly entries: EntryReader,
    private readonly records: RecordReader,
  ) {}

  readonly actions: Actions = {
    resource_show: { help: '一个资源（文件或表）；id。', run: ({ parameters }) => this.resource(parameters.required('id')) },
    resource_search: {
      help: '文件：query 为 字段:文字，可有几个，字段为 name、description、url、format、hash；limit、offset。',
      madeOf: 'catalog',
      run: ({ parameters }) => this.search(parameters),
    },
    resource_view_list: { help: '资源的视图；本目录没有，总为空。', run: () => [] },
  };

  /** @throws AppError NOT_FOUND, GONE */
  async resource(id: string): Promise<CkanResource> {
    const key = resourceKeyOf(id);
    const entry = key && (await this.entries.get(key.identifier));
    const found = entry && packageOf(entry).resources.find((resource) => resource.id === id);
    if (!found)
      throw new AppError('NOT_FOUND', `没有 id 为“${id}”的资源；id 见 package_show 的 resources。`, {
        english: `There is no resource ${id}; ids are in the resources of package_show.`,
      });
    return found;
  }

  private async search(parameters: Parameters): Promise<object> {
    const limit = parameters.whole('limit', { absent: MOST, most: MOST });
    const offset = parameters.whole('offset', { absent: 0, most: 100_000 });
    const terms = parameters.list('query');
    if (terms.length === 0 || terms.length > MOST_TERMS)
      throw searchQueryError('query', `应有 1 至 ${MOST_TERMS} 个条件，写成 字段:文字`, 'write field:text');
    const { count, files } = await this.records.files(terms.map(memberOf), offset, limit);
    const entries = await this.entries.byIdentifiers([...new Set(files.map(({ identifier }) => identifier))]);
    const packages = new Map(entries.map((entry) => [entry.record.identifier, packageOf(entry)]));
    return { count, results: files.flatMap(({ identifier, place }) => packages.get(identifier)?.resources[place] ?? []) };
  }
}

function memberOf(term: string): FileMember {
  const colon = term.indexOf(':');
  const name = term.slice(0, Math.max(0, colon)).trim();
  const text = term.slice(colon + 1).trim();
  if (!Object.hasOwn(MEMBERS, name) || text === '' || text.length > 200)
    throw searchQueryError(
      'query',
      `“${term.slice(0, 60)}”应写成 字段:文字，字段为 ${Object.keys(MEMBERS).join('、')}`,
      'write field:text',
    );
  return { member: MEMBERS[name]!, text };
}
