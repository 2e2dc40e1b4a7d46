import { Controller, Get, Param, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { ConversionLog, UsageReader } from '../../data/index.js';
import { ByCookie, CurrentSession, Needs, type SignedIn } from '../../identity/index.js';
import { TablesPage } from './page/tables.js';
import { showPage } from './show-page.js';
import { VisitorService } from './visitor.service.js';
import { WorkbenchFilter } from './workbench.filter.js';

/** What became of the files of a dataset, and how its tables are used, for its department. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Needs('submission.read')
@Controller('workbench/records/:identifier/tables')
export class TablesController {
  constructor(
    private readonly log: ConversionLog,
    private readonly usage: UsageReader,
    private readonly visitors: VisitorService,
  ) {}

  @Get()
  async page(@Param('identifier') identifier: string, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    const overview = await this.log.overview(identifier, session.actor);
    const days = overview.record.status === 'published' ? await this.usage.ofDataset(identifier, {}) : [];
    showPage(response, TablesPage({ ...this.visitors.of(session), ...overview, days }));
  }
}
