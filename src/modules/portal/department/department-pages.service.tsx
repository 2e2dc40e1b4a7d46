import { Injectable } from '@nestjs/common';
import { DepartmentService } from '../../department/index.js';
import { DisclosureService } from '../../disclosure/index.js';
import { breadcrumbs, SchemaOrg } from '../../interop/index.js';
import { SearchInput, SearchService } from '../../search/index.js';
import { TransparencyReader } from '../../transparency/index.js';
import { VocabularyService } from '../../vocabulary/index.js';
import { unlessAway } from '../answer/unless-away.js';
import type { Rendered } from '../answer/page-answers.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import type { Reading } from '../reading/reading.js';
import { departmentsNamed, groupDepartments } from './department-groups.js';
import { DepartmentPage } from './department-page.js';
import { DepartmentsPage } from './departments-page.js';

const NEWEST = 10;

/** Gathers what the pages of departments show. */
@Injectable()
export class DepartmentPages {
  constructor(
    private readonly departments: DepartmentService,
    private readonly disclosure: DisclosureService,
    private readonly transparency: TransparencyReader,
    private readonly vocabulary: VocabularyService,
    private readonly searching: SearchService,
    private readonly sites: SiteService,
    private readonly schemaOrg: SchemaOrg,
  ) {}

  /** What a department's page shows beside the catalog, in a few characters. */
  async state(): Promise<string> {
    return (await Promise.all([this.disclosure.state(), this.transparency.version()])).join(' ');
  }

  /** All, or those whose name contains a text. */
  async list(name: string, reading: Reading): Promise<string> {
    const all = await this.departments.list();
    const shown = name ? departmentsNamed(all, name) : all;
    const groups = groupDepartments(shown, (code) =>
      this.vocabulary.item('region', code) ? this.vocabulary.fullLabel('region', code) : undefined,
    );
    return renderPage(<DepartmentsPage site={this.sites.site} filter={name} groups={groups} count={shown.length} />, reading);
  }

  /** @throws AppError NOT_FOUND */
  async department(code: string, reading: Reading): Promise<Rendered> {
    const department = await this.departments.get(code);
    const [disclosure, kept, newest] = await Promise.all([
      this.disclosure.column(code),
      this.transparency.figures({ department: code }),
      unlessAway(this.searching.search(Object.assign(new SearchInput(), { department: [code], sort: 'newest', limit: NEWEST }))),
    ]);
    const { site } = this.sites;
    const html = renderPage(
      <DepartmentPage
        site={site}
        department={department}
        disclosure={disclosure}
        newest={newest}
        kept={kept}
        jsonLd={[
          this.schemaOrg.department(department),
          breadcrumbs(site.baseUrl, [
            { name: reading.t.layout.departments, path: '/departments' },
            { name: department.name, path: department.url },
          ]),
        ]}
      />,
      reading,
    );
    return newest ? html : { html, lacking: true };
  }
}
