import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Response } from 'express';
import { type AnyRecord, ProofService, RecordReader } from '../catalog/index.js';
import { AppError } from '../kernel/app-error.js';
import { type ReadableTable, TableReader, tablePageUrl } from '../data/index.js';
import { type Department, DepartmentService } from '../department/index.js';
import { type Breadcrumb, breadcrumbs, type JsonLd, SchemaOrg } from '../interop/index.js';
import { Config } from '../platform/config/index.js';
import { ErrorPages, etagOf } from '../platform/http/index.js';
import { type SearchAnswer, SearchInput, SearchService } from '../search/index.js';
import { renderPage } from './layout/render-page.js';
import type { Site } from './layout/site.js';
import { SiteService } from './layout/site.service.js';
import { AboutPage } from './page/about.js';
import { DatasetPage } from './page/dataset.js';
import { DepartmentPage, DepartmentsPage } from './page/department.js';
import { DocumentPage } from './page/document.js';
import { HomePage } from './page/home.js';
import { MessagePage } from './page/message.js';
import { ProofPage } from './page/proof.js';
import { SearchPage } from './page/search.js';

const NEWEST = 6;
const TITLES: Record<string, string> = {
  FORBIDDEN: '没有权限',
  NOT_FOUND: '没有找到',
  GONE: '已经撤回',
  UNAVAILABLE: '暂时不可用',
  INTERNAL: '系统出错了',
};

/** Asks the services and puts the answers into pages; decides nothing. */
@Injectable()
export class PortalService implements OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly reader: RecordReader,
    private readonly proofs: ProofService,
    private readonly searching: SearchService,
    private readonly departments: DepartmentService,
    private readonly errors: ErrorPages,
    private readonly sites: SiteService,
    private readonly tables: TableReader,
    private readonly schemaOrg: SchemaOrg,
  ) {}

  onModuleInit(): void {
    this.errors.use((error, request) =>
      renderPage(
        <MessagePage
          site={this.site}
          title={TITLES[error.code] ?? '请求有误'}
          sentence={error.message}
          requestId={typeof request.id === 'string' ? request.id : undefined}
        >
          {error.details.page && (
            <p>
              <a href={error.details.page.path}>{error.details.page.label}</a>
            </p>
          )}
        </MessagePage>,
      ),
    );
  }

  async home(): Promise<string> {
    const [all, documents, datasets, departments] = await Promise.all([
      this.find({ limit: 1 }),
      this.find({ kind: ['document'], sort: 'newest', limit: NEWEST }),
      this.find({ kind: ['dataset'], sort: 'updated', limit: NEWEST }),
      this.departments.list(),
    ]);
    return renderPage(
      <HomePage
        site={this.site}
        jsonLd={this.schemaOrg.site()}
        all={all}
        newestDocuments={documents?.hits ?? []}
        newestDatasets={datasets?.hits ?? []}
        departments={departments}
      />,
    );
  }

  async search(input: SearchInput): Promise<string> {
    const answer = await this.searching.search(input);
    return renderPage(<SearchPage site={this.site} input={input} answer={answer} counted={this.config.searchStatistics} />);
  }

  /** @throws AppError NOT_FOUND, GONE */
  async record(kind: 'dataset' | 'document', identifier: string, response: Response): Promise<string> {
    const record = await this.reader.get(identifier, kind);
    const [related, departments, tables] = await Promise.all([
      this.reader.related([identifier]),
      this.departments.byCodes(departmentsOf(record)),
      kind === 'dataset' ? this.tablesOf(identifier) : [],
    ]);
    const relations = related.get(identifier) ?? [];
    const department = record.departmentCode ? departments.get(record.departmentCode) : undefined;
    // Relations come from other records too, and tables after the revision, so the page is new when their number is.
    const versions = tables.reduce((sum, { version }) => sum + version.number, 0);
    const jsonLd = [this.schemaOrg.record(record, { departments, tables }), this.wayTo(record, department)];
    response.setHeader('ETag', etagOf(record.revision).replace(/"$/, `-${String(relations.length)}-${String(versions)}"`));
    response.setHeader('Cache-Control', 'public, no-cache');
    if (response.req.fresh) response.status(304);
    return renderPage(
      record.kind === 'dataset' ? (
        <DatasetPage
          site={this.site}
          dataset={record}
          department={department}
          related={relations}
          tables={tables.map(shownTable)}
          jsonLd={jsonLd}
        />
      ) : (
        <DocumentPage site={this.site} document={record} department={department} related={relations} jsonLd={jsonLd} />
      ),
    );
  }

  private async tablesOf(identifier: string): Promise<readonly ReadableTable[]> {
    return (await this.tables.listOf([identifier], { caller: 'portal' })).get(identifier) ?? [];
  }

  private wayTo({ kind, title, url }: AnyRecord, department: Department | undefined): JsonLd {
    const from: Breadcrumb[] = department
      ? [
          { name: '部门', path: '/departments' },
          { name: department.name, path: department.url },
        ]
      : [{ name: kind === 'dataset' ? '数据' : '文件', path: `/search?kind=${kind}` }];
    return breadcrumbs(this.site.baseUrl, [...from, { name: title, path: url }]);
  }

  async addressOf(identifier: string): Promise<string> {
    return (await this.reader.get(identifier)).url;
  }

  async proof(identifier: string): Promise<string> {
    return renderPage(<ProofPage site={this.site} proof={await this.proofs.of(identifier)} />);
  }

  async departmentList(): Promise<string> {
    return renderPage(<DepartmentsPage site={this.site} departments={await this.departments.list()} />);
  }

  async department(code: string): Promise<string> {
    const department = await this.departments.get(code);
    return renderPage(
      <DepartmentPage
        site={this.site}
        department={department}
        newest={await this.find({ department: [code], sort: 'newest', limit: 20 })}
        jsonLd={[
          this.schemaOrg.department(department),
          breadcrumbs(this.site.baseUrl, [
            { name: '部门', path: '/departments' },
            { name: department.name, path: department.url },
          ]),
        ]}
      />,
    );
  }

  about(): string {
    return renderPage(<AboutPage site={this.site} />);
  }

  /** Lists that adorn a page; without the search engine the page is shown without them. */
  private async find(conditions: Partial<SearchInput>): Promise<SearchAnswer | undefined> {
    try {
      return await this.searching.search(Object.assign(new SearchInput(), conditions));
    } catch (error) {
      if (error instanceof AppError && error.code === 'UNAVAILABLE') return undefined;
      throw error;
    }
  }

  private get site(): Site {
    return this.sites.site;
  }
}

/** Departments that a record names, the leading one first. */
function departmentsOf(record: AnyRecord): string[] {
  if (record.kind === 'document') return record.departmentCodes;
  return record.departmentCode ? [record.departmentCode] : [];
}

/** A table as the page of its dataset lists it. */
const shownTable = ({ record, table, version }: ReadableTable) => ({
  title: table.title,
  url: tablePageUrl(record.identifier, table.name),
  rowCount: Number(version.rowCount),
});
