import { Injectable } from '@nestjs/common';
import { RecordReader } from '../../../catalog/index.js';
import { type Department, DepartmentService } from '../../../department/index.js';
import { AppError } from '../../../kernel/app-error.js';
import { SearchService } from '../../../search/index.js';
import { EntryReader } from '../../reading/entry-reader.js';
import { identifierOfName, nameOf } from '../package/package-name.js';
import { packageOf, packageOrganization } from '../package/present-package.js';
import type { ActionProvider, Actions, Call } from './action.js';
import { orderedThings, matches } from './thing-list.js';
import type { Parameters } from './parameters.js';

const MOST = 100_000;
const MOST_WITH_FIELDS = 1_000;
/** Datasets that are shown with their organization, as CKAN does it. */
const SHOWN = 10;

/** Departments as organizations. */
@Injectable()
export class OrganizationActions implements ActionProvider {
  constructor(
    private readonly departments: DepartmentService,
    private readonly records: RecordReader,
    private readonly search: SearchService,
    private readonly entries: EntryReader,
  ) {}

  readonly actions: Actions = {
    organization_list: {
      help: '部门：默认为 name 的列表；all_fields、sort（name、title、package_count）、organizations、limit、offset。',
      madeOf: 'catalog',
      run: (call) => this.organizationList(call),
    },
    organization_show: {
      help: '一个部门；id 为 id 或 name，include_datasets。',
      run: ({ parameters }) => this.organizationShow(parameters),
    },
    organization_autocomplete: { help: '补全部门：q、limit。', run: (call) => this.organizationAutocomplete(call) },
  };

  private async organizationList({ parameters }: Call): Promise<unknown[]> {
    const all = await this.departments.list();
    const wanted = parameters.list('organizations');
    const chosen = wanted.length === 0 ? all : all.filter(({ code }) => wanted.includes(code) || wanted.includes(nameOf(code)));
    const found = chosen.filter(({ code, name }) => matches(parameters.text('q'), nameOf(code), name));
    const counts = await this.counts(found, parameters);
    const things = found.map((department) => ({ ...packageOrganization(department), package_count: counts.get(department.code) ?? 0 }));
    const whole = parameters.flag('all_fields');
    const page = orderedThings(things, parameters, whole ? MOST_WITH_FIELDS : MOST);
    return whole ? page.map((thing) => ({ ...thing, display_name: thing.title })) : page.map(({ name }) => name);
  }

  private async counts(departments: readonly Department[], parameters: Parameters): Promise<Map<string, number>> {
    const isAsked = parameters.flag('all_fields') || (parameters.text('sort') ?? '').includes('package');
    return isAsked ? this.records.countsOfDepartments(departments.map(({ code }) => code)) : new Map<string, number>();
  }

  private async organizationShow(parameters: Parameters): Promise<object> {
    const department = await this.department(parameters.required('id'));
    const { code, name, shortNames, creditCode, region, contact, url } = department;
    const shown = parameters.flag('include_datasets') ? await this.packagesOf(code) : undefined;
    const extras = { short_names: shortNames.join('、'), credit_code: creditCode, region, page: url, ...contact };
    return {
      ...packageOrganization(department),
      display_name: name,
      package_count: (await this.records.countsOfDepartments([code])).get(code) ?? 0,
      extras: Object.entries(extras).flatMap(([key, value]) => (value ? [{ key, value, state: 'active' }] : [])),
      users: [],
      groups: [],
      tags: [],
      ...(shown ? { packages: shown } : {}),
    };
  }

  private async packagesOf(code: string): Promise<object[]> {
    const sort = { by: 'updatedAt', descending: true } as const;
    const where = { field: 'department' as const, is: [code] };
    const { identifiers } = await this.search.find({ q: '', where, sort, offset: 0, limit: SHOWN, facets: [] });
    return (await this.entries.byIdentifiers(identifiers)).map(packageOf);
  }

  private async organizationAutocomplete({ parameters }: Call): Promise<object[]> {
    const q = parameters.required('q');
    const limit = parameters.whole('limit', { absent: 20, least: 1, most: 100 });
    const found = (await this.departments.list()).filter(({ code, name }) => matches(q, nameOf(code), name));
    return found.slice(0, limit).map(({ code, name }) => ({ id: code, name: nameOf(code), title: name }));
  }

  /** By id or name. @throws AppError NOT_FOUND */
  private async department(id: string): Promise<Department> {
    const codes = [...new Set([id, identifierOfName(id)])];
    const found = await this.departments.byCodes(codes);
    const department = codes.flatMap((code) => found.get(code) ?? [])[0];
    if (!department)
      throw new AppError('NOT_FOUND', `没有 id 或 name 为“${id}”的部门，可用的见 organization_list。`, {
        english: `There is no organization ${id}; see organization_list.`,
      });
    return department;
  }
}
