import { Injectable } from '@nestjs/common';
import { type AnyRecord, PublicHistory, RecordReader, type RecordKind } from '../../catalog/index.js';
import { DepartmentService } from '../../department/index.js';
import { AppError } from '../../kernel/app-error.js';
import type { Crumb } from '../component/breadcrumb.js';
import { recordCrumbs } from '../component/record-crumbs.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import type { Reading } from '../reading/reading.js';
import { DifferencePage } from './difference-page.js';
import { fieldDifferences } from './field-difference.js';
import { revisionPair } from './revision-pair.js';
import { VersionsPage } from './versions-page.js';

/** Gathers what the pages of the versions of a record show. */
@Injectable()
export class VersionPages {
  constructor(
    private readonly reader: RecordReader,
    private readonly history: PublicHistory,
    private readonly departments: DepartmentService,
    private readonly sites: SiteService,
  ) {}

  /** What else than the catalog decides what is shown. */
  state(): Promise<string> {
    return this.history.state();
  }

  /** @throws AppError NOT_FOUND, GONE */
  async list(kind: RecordKind, identifier: string, before: number | undefined, reading: Reading): Promise<string> {
    const record = await this.reader.get(identifier, kind);
    const history = await this.history.list(identifier, kind, before);
    return renderPage(
      <VersionsPage site={this.sites.site} record={record} history={history} crumbs={await this.crumbs(record, reading)} />,
      reading,
    );
  }

  /** @param pair such as `3..5` @throws AppError NOT_FOUND, GONE */
  async difference(kind: RecordKind, identifier: string, pair: string, reading: Reading): Promise<string> {
    const record = await this.reader.get(identifier, kind);
    const wanted = revisionPair(pair);
    if (!wanted)
      throw new AppError('NOT_FOUND', `地址中的“${pair}”不是两次修订，请写成“旧..新”，如 1..2。`, {
        english: `"${pair}" names no two revisions; write the older and the newer, such as 1..2.`,
      });
    const [before, after] = await this.history.some(identifier, kind, wanted);
    const shown = before?.input && after?.input ? fieldDifferences(kind, before.input, after.input) : undefined;
    return renderPage(
      <DifferencePage
        site={this.sites.site}
        record={record}
        sides={[before!, after!]}
        differences={shown}
        crumbs={await this.crumbs(record, reading)}
      />,
      reading,
    );
  }

  /** The way to the record, which is a page to go back to here. */
  private async crumbs(record: AnyRecord, { t }: Reading): Promise<Crumb[]> {
    const departments = await this.departments.byCodes(record.departmentCode ? [record.departmentCode] : []);
    const department = record.departmentCode ? departments.get(record.departmentCode) : undefined;
    const { crumbs } = recordCrumbs(this.sites.site, record, department, t);
    return crumbs.map((crumb) => (crumb.href ? crumb : { ...crumb, href: record.url }));
  }
}
