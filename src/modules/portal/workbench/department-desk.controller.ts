import { Controller, Get, Query, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { DepartmentBoard, RecordReader } from '../../catalog/index.js';
import { DisclosureService } from '../../disclosure/index.js';
import { ByCookie, CurrentSession, demand, departmentsFor, Needs, type SignedIn } from '../../identity/index.js';
import { PeopleService } from './people.js';
import { DepartmentPage } from './page/department.js';
import { RecordsPage } from './page/records.js';
import { recordQuery } from './record-query.js';
import { showPage } from './show-page.js';
import { VisitorService } from './visitor.service.js';
import { WorkbenchFilter } from './workbench.filter.js';
import { PAGE, WorkbenchService } from './workbench.service.js';

/** Where a department stands, and what it has published. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Needs('submission.read')
@Controller('workbench')
export class DepartmentDeskController {
  constructor(
    private readonly board: DepartmentBoard,
    private readonly reader: RecordReader,
    private readonly workbench: WorkbenchService,
    private readonly visitors: VisitorService,
    private readonly people: PeopleService,
    private readonly disclosure: DisclosureService,
  ) {}

  @Get('department')
  async department(@Query('department') given: unknown, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    const department = typeof given === 'string' && given !== '' ? given : undefined;
    const board = await this.board.of(department, session.actor);
    await this.people.introduce(
      response,
      board.waiting.map(({ author }) => author),
    );
    const departments = await this.workbench.readableDepartments(session.actor);
    const one = department ?? (departments.length === 1 ? departments[0]!.code : undefined);
    const unclassified = one ? (await this.disclosure.column(one)).unclassified : undefined;
    const page = DepartmentPage({ ...this.visitors.of(session), board, department, departments, unclassified });
    showPage(response, page);
  }

  @Get('records')
  async records(@Query() given: Record<string, unknown>, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    const query = recordQuery(given);
    const { page, department, ...conditions } = query;
    if (department) demand(session.actor, 'submission.read', { department });
    const departments = department ? [department] : departmentsFor(session.actor, 'submission.read');
    const { rows, total } = await this.reader.ledBy({ ...conditions, departments, limit: PAGE, offset: (page - 1) * PAGE });
    const shown = RecordsPage({
      ...this.visitors.of(session),
      query,
      rows,
      total,
      pages: Math.max(1, Math.ceil(total / PAGE)),
      departments: await this.workbench.readableDepartments(session.actor),
    });
    showPage(response, shown);
  }
}
