import { Injectable } from '@nestjs/common';
import { DepartmentService } from '../../department/index.js';
import { breadcrumbs, SchemaOrg } from '../../interop/index.js';
import { AdorningLists } from '../answer/adorning-lists.js';
import type { Rendered } from '../answer/page-answers.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import type { Reading } from '../reading/reading.js';
import { DepartmentPage, DepartmentsPage } from './department-page.js';

const NEWEST = 20;

/** Gathers what the pages of departments show. */
@Injectable()
export class DepartmentPages {
  constructor(
    private readonly departments: DepartmentService,
    private readonly lists: AdorningLists,
    private readonly sites: SiteService,
    private readonly schemaOrg: SchemaOrg,
  ) {}

  async list(reading: Reading): Promise<string> {
    return renderPage(<DepartmentsPage site={this.sites.site} departments={await this.departments.list()} />, reading);
  }

  /** @throws AppError NOT_FOUND */
  async department(code: string, reading: Reading): Promise<Rendered> {
    const department = await this.departments.get(code);
    const newest = await this.lists.find({ department: [code], sort: 'newest', limit: NEWEST });
    const { site } = this.sites;
    const html = renderPage(
      <DepartmentPage
        site={site}
        department={department}
        newest={newest}
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
