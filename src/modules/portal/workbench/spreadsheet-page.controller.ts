import type { Readable } from 'node:stream';
import { Body, Controller, Get, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import {
  drain,
  hasFlaws,
  MOST_SPREADSHEET_BYTES,
  partOf,
  sendWorkbook,
  type SpreadsheetReport,
  SpreadsheetService,
} from '../../catalog/index.js';
import { type ActingContext, ByCookie, CurrentContext, CurrentSession, Needs, type SignedIn } from '../../identity/index.js';
import { AppError, invalidField } from '../../kernel/app-error.js';
import { STATUS } from '../../platform/http/index.js';
import { SpreadsheetPage, SpreadsheetResultPage } from './page/spreadsheet.js';
import { type Form, kindOf, refused, textOf } from './read-form.js';
import type { UploadRequest } from './file-form.middleware.js';
import { showPage } from './show-page.js';
import { VisitorService } from './visitor.service.js';
import { WorkbenchFilter } from './workbench.filter.js';
import { WorkbenchService } from './workbench.service.js';

/** The catalog template in and out. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Needs('submission.write')
@Controller('workbench/spreadsheet')
export class SpreadsheetPageController {
  constructor(
    private readonly spreadsheets: SpreadsheetService,
    private readonly workbench: WorkbenchService,
    private readonly visitors: VisitorService,
  ) {}

  @Get()
  async page(@CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    await this.show(response, session);
  }

  @Get('template')
  async template(@Query('kind') kind: unknown, @Res() response: Response): Promise<void> {
    sendWorkbook(response, await this.spreadsheets.template(kindOf(kind)), `${kindOf(kind)}-template.xlsx`);
  }

  @Get('export')
  async export(@Query() query: Form, @CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    const kind = kindOf(query.kind);
    const part = partOf(textOf(query, 'part') ?? undefined);
    const bytes = await this.spreadsheets.exportPublished(kind, textOf(query, 'department'), part, session.actor);
    sendWorkbook(response, bytes, `${kind}-published${part > 1 ? `-${part}` : ''}.xlsx`);
  }

  @Post()
  async import(
    @Body() form: Form,
    @Req() request: UploadRequest,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    let report: SpreadsheetReport;
    try {
      const bytes = request.upload && (await workbookIn(request.upload.content));
      if (!bytes?.length) throw invalidField('file', '请选择填好的 xlsx 表格');
      report = await this.spreadsheets.importTemplate(kindOf(form.kind), bytes, textOf(form, 'department'), context);
    } catch (thrown) {
      await drain(request);
      const error = refused(thrown);
      return this.show(response, session, error.message, STATUS[error.code]);
    }
    const copy = hasFlaws(report) ? (await this.spreadsheets.markedCopy(report)).toString('base64') : undefined;
    showPage(response, SpreadsheetResultPage({ ...this.visitors.of(session), report, copy }));
  }

  private async show(response: Response, session: SignedIn, error?: string, status = 200): Promise<void> {
    const departments = await this.workbench.ownDepartments(session.actor);
    const exports = await this.workbench.exportsOf(departments);
    showPage(response, SpreadsheetPage({ ...this.visitors.of(session), departments, exports, errors: error ? [error] : [] }), status);
  }
}

/** The bytes of a workbook, which is read whole. @throws AppError PAYLOAD_TOO_LARGE */
async function workbookIn(content: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let left = MOST_SPREADSHEET_BYTES;
  for await (const piece of content as AsyncIterable<Buffer>) {
    left -= piece.length;
    if (left < 0)
      throw new AppError('PAYLOAD_TOO_LARGE', `文件超过 ${MOST_SPREADSHEET_BYTES / 1024 / 1024} MB，请分几次导入。`, {
        english: 'The workbook is too large.',
        fields: [{ field: 'file', message: '文件过大' }],
      });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
