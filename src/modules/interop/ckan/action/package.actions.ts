import { Injectable } from '@nestjs/common';
import { RecordReader, unknownRecord } from '../../../catalog/index.js';
import { AppError } from '../../../kernel/app-error.js';
import { SearchService } from '../../../search/index.js';
import type { CatalogEntry } from '../../mapping/entry.js';
import { EntryReader } from '../../reading/entry-reader.js';
import { identifierOfName, nameOf } from '../package/package-name.js';
import { packageOf } from '../package/present-package.js';
import type { ActionProvider, Actions, Call } from './action.js';

/** Names in one answer, at most. */
const MOST_NAMES = 1_000_000;
const MOST_COMPLETIONS = 20;

/** package_list, package_show and package_autocomplete. */
@Injectable()
export class PackageActions implements ActionProvider {
  constructor(
    private readonly entries: EntryReader,
    private readonly records: RecordReader,
    private readonly search: SearchService,
  ) {}

  readonly actions: Actions = {
    package_list: { help: '全部数据集的 name；limit、offset。', madeOf: 'catalog', run: (call) => this.packageList(call) },
    package_show: {
      help: '一个数据集的全部元数据；id 为 id 或 name。',
      run: async ({ parameters }) => packageOf(await this.entry(parameters.required('id'))),
    },
    package_autocomplete: { help: '补全：q 为已输入的内容；limit。', run: (call) => this.packageAutocomplete(call) },
  };

  /** By id or name. @throws AppError NOT_FOUND, GONE */
  async entry(id: string): Promise<CatalogEntry> {
    const identifier = identifierOfName(id);
    const found = (await this.entries.find(id)) ?? (identifier === id ? undefined : await this.entries.find(identifier));
    if (!found) throw unknownRecord(id);
    // The tombstone of a withdrawn record is told by the same error as everywhere.
    return found.record.status === 'withdrawn' ? this.entries.get(found.record.identifier) : found;
  }

  private async packageList({ parameters }: Call): Promise<string[]> {
    const limit = parameters.whole('limit', { absent: MOST_NAMES, most: MOST_NAMES });
    const offset = parameters.whole('offset', { absent: 0, most: Number.MAX_SAFE_INTEGER });
    return (await this.records.identifiers(offset, limit)).map(nameOf);
  }

  private async packageAutocomplete({ parameters }: Call): Promise<object[]> {
    const q = parameters.required('q');
    if (q.length > 200)
      throw new AppError('VALIDATION_FAILED', 'q 最多 200 个字。', { fields: [{ field: 'q', message: '最多 200 个字' }] });
    const limit = parameters.whole('limit', { absent: 10, least: 1, most: MOST_COMPLETIONS });
    const { suggestions } = await this.search.suggest({ q, limit: MOST_COMPLETIONS });
    const completed = suggestions.flatMap(({ url }) => (url === null ? [] : decodeURIComponent(url.slice(url.lastIndexOf('/') + 1))));
    const { identifiers } = await this.search.find({ q, sort: 'relevance', offset: 0, limit, facets: [] });
    const entries = await this.entries.byIdentifiers([...new Set([...completed, ...identifiers])].slice(0, limit));
    return entries.map(({ record: { identifier, title } }) => {
      const name = nameOf(identifier);
      return { name, title, match_field: 'title', match_displayed: `${title} (${name})` };
    });
  }
}
