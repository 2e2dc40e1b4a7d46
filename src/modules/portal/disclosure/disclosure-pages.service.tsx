import { Injectable } from '@nestjs/common';
import { DepartmentService } from '../../department/index.js';
import { BLOCKS, DisclosureListArgs, type DisclosurePlace, DisclosureService } from '../../disclosure/index.js';
import { Config } from '../../platform/config/index.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import type { Reading } from '../reading/reading.js';
import { BlockPage } from './block-page.js';
import type { DisclosureFrameProps } from './disclosure-frame.js';
import type { DisclosureBlockQuery } from './disclosure.query.js';
import { EmbedSnippetsPage } from './embed-snippets-page.js';
import { OverviewPage } from './overview-page.js';
import { RequestPage } from './request-page.js';

const SIZE = 20;
const NEWEST = 5;

/** Gathers what the pages of the column show. */
@Injectable()
export class DisclosurePages {
  constructor(
    private readonly disclosure: DisclosureService,
    private readonly departments: DepartmentService,
    private readonly sites: SiteService,
    private readonly config: Config,
  ) {}

  async overview(department: string | undefined, reading: Reading): Promise<string> {
    const frame = await this.frame({ department });
    const lists = await Promise.all(
      BLOCKS.filter((block) => block !== 'statutory').map((block) => this.disclosure.list(block, args({ department, limit: NEWEST }))),
    );
    return renderPage(<OverviewPage {...frame} lists={lists} />, reading);
  }

  /** @throws AppError as the interface does */
  async block(block: string, item: string | undefined, { department, year, page = 1 }: DisclosureBlockQuery, reading: Reading) {
    const list = await this.disclosure.list(block, args({ department, item, year, limit: SIZE, offset: (page - 1) * SIZE }));
    const frame = await this.frame({ department, block: list.block, item, year, page });
    const profile = department && item === 'A20_02' ? await this.departments.get(department) : undefined;
    return renderPage(<BlockPage {...frame} list={list} size={SIZE} department={profile} />, reading);
  }

  async request(code: string | undefined, reading: Reading): Promise<string> {
    const frame = await this.frame({ department: code, block: 'request' });
    const department = code ? await this.departments.get(code) : undefined;
    return renderPage(<RequestPage {...frame} online={this.config.disclosureRequestUrl} department={department} />, reading);
  }

  async snippets(department: string | undefined, reading: Reading): Promise<string> {
    return renderPage(<EmbedSnippetsPage {...await this.frame({ department, block: 'embed' })} />, reading);
  }

  private async frame(here: DisclosurePlace): Promise<DisclosureFrameProps> {
    const [column, departments] = await Promise.all([this.disclosure.column(here.department), this.departments.registered()]);
    return { site: this.sites.site, column, departments, here };
  }
}

const args = (given: Partial<DisclosureListArgs>): DisclosureListArgs => Object.assign(new DisclosureListArgs(), given);
