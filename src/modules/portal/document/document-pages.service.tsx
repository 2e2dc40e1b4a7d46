import { Injectable } from '@nestjs/common';
import { ProofService, RecordReader } from '../../catalog/index.js';
import { DepartmentService } from '../../department/index.js';
import { FeedbackReader, PUBLISHED_SHOWN } from '../../feedback/index.js';
import { SchemaOrg } from '../../interop/index.js';
import { recordCrumbs } from '../component/record-crumbs.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import type { Reading } from '../reading/reading.js';
import { DocumentPage } from './document-page.js';
import { ProofPage } from './proof-page.js';

/** Gathers what the page of a document shows. */
@Injectable()
export class DocumentPages {
  constructor(
    private readonly reader: RecordReader,
    private readonly departments: DepartmentService,
    private readonly proofs: ProofService,
    private readonly feedback: FeedbackReader,
    private readonly sites: SiteService,
    private readonly schemaOrg: SchemaOrg,
  ) {}

  /** @throws AppError NOT_FOUND, GONE */
  async document(identifier: string, reading: Reading): Promise<string> {
    const document = await this.reader.get(identifier, 'document');
    const [related, departments, published] = await Promise.all([
      this.reader.related([identifier]),
      this.departments.byCodes(document.departmentCodes),
      this.feedback.published(identifier, PUBLISHED_SHOWN),
    ]);
    const department = document.departmentCode ? departments.get(document.departmentCode) : undefined;
    const { site } = this.sites;
    const { crumbs, jsonLd } = recordCrumbs(site, document, department, reading.t);
    return renderPage(
      <DocumentPage
        site={site}
        document={document}
        department={department}
        related={related.get(identifier) ?? []}
        crumbs={crumbs}
        published={published}
        jsonLd={[this.schemaOrg.record(document, { departments, tables: [] }), jsonLd]}
      />,
      reading,
    );
  }

  async proof(identifier: string, reading: Reading): Promise<string> {
    return renderPage(<ProofPage site={this.sites.site} proof={await this.proofs.of(identifier)} />, reading);
  }
}
