import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { type ActingContext, type Actor, CurrentActor, CurrentContext, Needs } from '../../identity/index.js';
import { validateQuery } from '../../kernel/field/index.js';
import { ApiErrors, ApiQueryOf } from '../../platform/http/index.js';
import { receiveWorkbook, sendWorkbook, XLSX } from './workbook-transfer.js';
import { SpreadsheetAnswer, SpreadsheetQuery, SpreadsheetTemplateQuery } from './spreadsheet.model.js';
import { type SpreadsheetReport, SpreadsheetService } from './spreadsheet.service.js';

const FILE = { [XLSX]: { schema: { type: 'string', format: 'binary' } } };
const READ = ['BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'VALIDATION_FAILED'] as const;

/** The catalog template as a workbook, for departments that keep their catalog in one. Stands before `:id` of the submissions. */
@ApiTags('submissions')
@Needs('submission.write')
@Controller('api/v1/submissions')
export class SpreadsheetController {
  constructor(private readonly spreadsheets: SpreadsheetService) {}

  @Get('spreadsheet-template')
  @ApiOperation({ summary: '目录模板（xlsx）：空白，或填入本部门已发布的记录' })
  @ApiQueryOf(SpreadsheetTemplateQuery)
  @ApiResponse({ status: 200, description: '工作簿', content: FILE })
  @ApiErrors(...READ)
  async template(@Query() query: unknown, @CurrentActor() actor: Actor, @Res() response: Response): Promise<void> {
    const { kind, department, filledWith, part } = validateQuery(SpreadsheetTemplateQuery, query);
    const bytes =
      filledWith === 'published'
        ? await this.spreadsheets.exportPublished(kind, department ?? null, part ?? 1, actor)
        : await this.spreadsheets.template(kind);
    sendWorkbook(response, bytes, `${kind}-template.xlsx`);
  }

  @Post('spreadsheet')
  @HttpCode(200)
  @ApiOperation({
    summary: '导入填好的模板：每行成为或修改一份草稿；有误的行不导入，Accept 为 xlsx 时答以标出错误单元格的工作簿',
  })
  @ApiQueryOf(SpreadsheetQuery)
  @ApiConsumes(XLSX)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 200, type: SpreadsheetAnswer })
  @ApiErrors(...READ, 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE')
  async import(
    @Query() query: unknown,
    @Req() request: Request,
    @CurrentContext() context: ActingContext,
    @Res() response: Response,
  ): Promise<void> {
    const { kind, department } = validateQuery(SpreadsheetQuery, query);
    const report = await this.spreadsheets.importTemplate(kind, await receiveWorkbook(request), department ?? null, context);
    if (request.accepts(['application/json', XLSX]) === XLSX)
      sendWorkbook(response, await this.spreadsheets.markedCopy(report), `${kind}-result.xlsx`);
    else response.json(answerOf(report));
  }
}

function answerOf({ rows, flaws }: SpreadsheetReport): SpreadsheetAnswer {
  return {
    rows: rows.map(({ row, identifier, result, submission }) => ({ row, identifier, result, submission: submission ?? null })),
    flaws: flaws.map(({ sheet, cell, field, message }) => ({ sheet, cell, field, message })),
  };
}
