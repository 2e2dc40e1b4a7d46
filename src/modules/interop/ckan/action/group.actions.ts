import { Injectable } from '@nestjs/common';
import { AppError } from '../../../kernel/app-error.js';
import { SearchService } from '../../../search/index.js';
import { VocabularyService } from '../../../vocabulary/index.js';
import { EntryReader } from '../../reading/entry-reader.js';
import { identifierOfName } from '../package/package-name.js';
import { packageGroup, packageOf } from '../package/present-package.js';
import type { ActionProvider, Actions, Call } from './action.js';
import type { Parameters } from './parameters.js';
import { matches, orderedThings } from './thing-list.js';

const MOST_TOPICS = 10_000;
const MOST_WITH_FIELDS = 1_000;
const SHOWN = 10;
const NEWEST = { by: 'updatedAt', descending: true } as const;

/** Topics that have records, as groups. */
@Injectable()
export class GroupActions implements ActionProvider {
  constructor(
    private readonly search: SearchService,
    private readonly vocabulary: VocabularyService,
    private readonly entries: EntryReader,
  ) {}

  readonly actions: Actions = {
    group_list: {
      help: '有数据集的主题：默认为 name 的列表；all_fields、sort、groups、limit、offset。',
      madeOf: 'index',
      run: (call) => this.groupList(call),
    },
    group_show: { help: '一个主题；id 为 id 或 name，include_datasets。', run: ({ parameters }) => this.groupShow(parameters) },
    group_autocomplete: { help: '补全主题：q、limit。', run: (call) => this.groupAutocomplete(call) },
    group_package_show: {
      help: '一个主题（连同其下各级）的数据集；id、limit（最多 1000）、offset。',
      run: ({ parameters }) => this.groupPackages(parameters),
    },
  };

  private async groups() {
    const { facets } = await this.search.find({ q: '', sort: NEWEST, offset: 0, limit: 0, facets: ['topic'], facetLimit: MOST_TOPICS });
    return (facets.topic ?? []).map(({ value, count }) => this.group(value, count));
  }

  private group(code: string, count: number) {
    const label = this.vocabulary.fullLabel('topic', code);
    return { ...packageGroup(code, label), package_count: count, type: 'group', state: 'active', is_organization: false };
  }

  private async groupList({ parameters }: Call): Promise<unknown[]> {
    const wanted = parameters.list('groups');
    const chosen = (await this.groups()).filter(({ id, name }) => wanted.length === 0 || wanted.includes(id) || wanted.includes(name));
    const found = chosen.filter(({ name, title }) => matches(parameters.text('q'), name, title));
    const whole = parameters.flag('all_fields');
    const page = orderedThings(found, parameters, whole ? MOST_WITH_FIELDS : MOST_TOPICS);
    return whole ? page : page.map(({ name }) => name);
  }

  private async groupShow(parameters: Parameters): Promise<object> {
    const { code, count, identifiers } = await this.packagesOf(parameters, parameters.flag('include_datasets') ? SHOWN : 0, 0);
    const shown = parameters.flag('include_datasets') ? { packages: (await this.entries.byIdentifiers(identifiers)).map(packageOf) } : {};
    return { ...this.group(code, count), extras: [], users: [], groups: [], tags: [], ...shown };
  }

  private async groupPackages(parameters: Parameters): Promise<object[]> {
    const limit = parameters.whole('limit', { absent: MOST_WITH_FIELDS, most: MOST_WITH_FIELDS });
    const offset = parameters.whole('offset', { absent: 0, most: 100_000 });
    return (await this.entries.byIdentifiers((await this.packagesOf(parameters, limit, offset)).identifiers)).map(packageOf);
  }

  /** @throws AppError NOT_FOUND for what is no topic and stands on no record */
  private async packagesOf(parameters: Parameters, limit: number, offset: number) {
    const id = parameters.required('id');
    const codes = [...new Set([id, identifierOfName(id)])];
    const where = { field: 'topic' as const, is: codes };
    const { total, identifiers } = await this.search.find({ q: '', where, sort: NEWEST, offset, limit, facets: [] });
    const known = codes.find((code) => this.vocabulary.item('topic', code));
    if (total === 0 && known === undefined)
      throw new AppError('NOT_FOUND', `没有 id 或 name 为“${id}”的主题，可用的见 group_list。`, {
        english: `There is no group ${id}; see group_list.`,
      });
    return { code: known ?? codes.at(-1)!, count: total, identifiers };
  }

  private async groupAutocomplete({ parameters }: Call): Promise<object[]> {
    const q = parameters.required('q');
    const limit = parameters.whole('limit', { absent: 20, least: 1, most: 100 });
    const found = (await this.groups()).filter(({ name, title }) => matches(q, name, title));
    return found.slice(0, limit).map(({ id, name, title }) => ({ id, name, title }));
  }
}
