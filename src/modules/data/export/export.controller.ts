import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AppError } from '../../kernel/app-error.js';
import { nearestName } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { FileStore, sendFile } from '../../platform/file/index.js';
import { ApiErrors, ApiQueryOf, offerAs } from '../../platform/http/index.js';
import { DATASET_PARAM, TABLE_PARAM } from '../api/table.controller.js';
import type { TableViewer } from '../access/table-viewer.js';
import { viewerOf } from '../api/viewer.js';
import { unitsFor } from '../fair-use/bucket.js';
import { FairUse } from '../fair-use/fair-use.js';
import { checkQuery } from '../query/check-query.js';
import { costOf } from '../query/query-cost.js';
import { parseParameters } from '../query/query-parameters.js';
import { splitParameters } from '../row/row-parameters.js';
import { whileWanted } from '../row/while-wanted.js';
import { type ReadableTable, TableReader } from '../table/table-reader.js';
import { UsageLog } from '../usage/usage-log.js';
import { EXPORT_FORMATS, type ExportFormat, MEDIA_TYPES } from './export-format.js';
import { ExportMaker } from './export-maker.js';
import { ExportQuery, ExportUnderWay } from './export.model.js';
import { ExportService } from './export.service.js';

/** Cells that a filtered export may have; the whole table can always be had. */
const MOST_FILTERED = 50_000_000;
const AGAIN_SECONDS = 5;
/** A whole table is made once for all, so that taking it costs little. */
const WHOLE_UNITS = 5;

const CONTENT = Object.fromEntries(
  Object.values(MEDIA_TYPES).map((type) => [type.split(';')[0]!, { schema: { type: 'string' as const, format: 'binary' } }]),
);

/** Tables as files. */
@ApiTags('tables')
@Open()
@Controller('api/v1/datasets/:identifier/tables/:table/exports')
export class ExportController {
  constructor(
    private readonly tables: TableReader,
    private readonly exports: ExportService,
    private readonly maker: ExportMaker,
    private readonly store: FileStore,
    private readonly fair: FairUse,
    private readonly usage: UsageLog,
  ) {}

  @Get(':format')
  @ApiOperation({
    summary: '整张表或筛选后的行，导出为文件；整张表支持断点续传（Range）',
    description:
      '筛选、分组、排序的参数与 rows 相同。大的表第一次导出时要先生成：等到生成为止，至多 50 秒，之后答 503 和 Retry-After，再取同一地址即可；写明 Prefer: respond-async 的立即得到 202 和进度。',
  })
  @ApiParam(DATASET_PARAM)
  @ApiParam(TABLE_PARAM)
  @ApiParam({ name: 'format', description: '格式', enum: EXPORT_FORMATS, example: 'csv' })
  @ApiHeader({ name: 'Prefer', description: 'respond-async：不等，立即回答进度（RFC 7240）', required: false, example: 'respond-async' })
  @ApiQueryOf(ExportQuery)
  @ApiResponse({ status: 200, description: '文件', content: CONTENT })
  @ApiResponse({ status: 206, description: '所要的一段', content: CONTENT })
  @ApiResponse({ status: 202, description: '正在生成；按 Retry-After 稍后再取', type: ExportUnderWay })
  @ApiResponse({ status: 304, description: '与 If-None-Match 相同' })
  @ApiErrors(
    'BAD_REQUEST',
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'NOT_FOUND',
    'GONE',
    'RANGE_NOT_SATISFIABLE',
    'TOO_MANY_REQUESTS',
    'UNAVAILABLE',
  )
  async download(
    @Param('identifier') identifier: string,
    @Param('table') name: string,
    @Param('format') given: string,
    @Query() query: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const format = formatOf(given);
    const { version, bom, names, formulas, filters, ...question } = splitParameters(ExportQuery, query);
    const viewer = viewerOf(request);
    const table = await this.tables.get(identifier, name, viewer, version);
    const options = { format, bom, names, formulas };
    const isWhole = filters.length === 0 && Object.values(question).every((value) => value === undefined);
    if (!isWhole) {
      const { schema, rowCount } = table.version;
      const asked = checkQuery(parseParameters({ ...question, filters }, schema.columns), schema);
      if (!asked.grouped && !asked.where && asked.words.length === 0 && Number(rowCount) * asked.select.length > MOST_FILTERED)
        throw tooMuch();
      await this.fair.charge(response, viewer, unitsFor(costOf(asked, schema, Number(rowCount), Number(rowCount))));
      await whileWanted(response, (signal) =>
        this.maker.withFile(table.version, asked, options, { caller: viewer.caller, signal }, (file) =>
          sendOnce(response, file, fileName(table, format), format),
        ),
      );
      this.count(response, table, viewer);
      return;
    }
    await this.fair.charge(response, viewer, WHOLE_UNITS);
    if (format === 'parquet' && names === 'key')
      return this.send(response, table, viewer, format, table.version.sha256, Number(table.version.byteSize));
    const begun = await this.exports.whole(table, options, viewer);
    const waits = !/(^|[,;\s])respond-async([,;\s]|$)/i.test(request.header('prefer') ?? '');
    const made = waits ? await whileWanted(response, (signal) => this.exports.waitFor(begun, signal)) : begun;
    if (made.state === 'done') return this.send(response, table, viewer, format, made.sha256!, Number(made.byteSize));
    if (waits) throw notYet(made.percent);
    response.status(202).setHeader('Retry-After', AGAIN_SECONDS).setHeader('Preference-Applied', 'respond-async');
    response.json({
      state: made.state,
      percent: made.percent,
      message: '文件正在后台生成，请稍后再取同一地址。',
      url: request.originalUrl,
    } satisfies ExportUnderWay);
  }

  private async send(
    response: Response,
    table: ReadableTable,
    viewer: TableViewer,
    format: ExportFormat,
    sha256: string,
    byteSize: number,
  ): Promise<void> {
    response.setHeader('Repr-Digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`);
    await sendFile(response, this.store, {
      sha256,
      byteSize,
      name: fileName(table, format),
      mediaType: MEDIA_TYPES[format],
      cache: 'public',
    });
    this.count(response, table, viewer);
  }

  /** Counts a file that was sent, however many ranges it is fetched in. */
  private count({ req, statusCode }: Response, { table }: ReadableTable, viewer: TableViewer): void {
    const begins = statusCode === 200 || (statusCode === 206 && /^bytes=0-/.test(req.headers.range ?? ''));
    if (begins && req.method === 'GET') this.usage.note(table.id, 'export', viewer);
  }
}

/** A caller who waited must not take anything else for the file. */
const notYet = (percent: number) =>
  new AppError('UNAVAILABLE', `这张表很大，文件正在生成（约 ${percent}%）；请稍后再取同一地址，届时立即可得。`, {
    english: `The table is large and its file is being made (about ${percent}%); ask for the same address again.`,
    retryAfter: AGAIN_SECONDS,
  });

function formatOf(given: string): ExportFormat {
  const found = EXPORT_FORMATS.find((format) => format === given);
  if (found) return found;
  const near = nearestName(given, EXPORT_FORMATS);
  throw new AppError(
    'NOT_FOUND',
    `不能导出为“${given.slice(0, 30)}”${near ? `，是否指 ${near}` : ''}；可用的格式：${EXPORT_FORMATS.join('、')}。`,
    {
      english: `Formats are ${EXPORT_FORMATS.join(', ')}.`,
    },
  );
}

const fileName = ({ table, version }: ReadableTable, format: ExportFormat) =>
  `${table.title.replace(/[\\/:*?"<>|]/g, '_')}_v${version.number}.${format}`;

function tooMuch(): AppError {
  return new AppError('BAD_REQUEST', '所选的行太多；请加上筛选条件，或不带 select、orderBy 下载整张表。', {
    english: 'Too many cells; narrow the question, or download the whole table.',
  });
}

/** Sends a file that nobody else will want. */
async function sendOnce(response: Response, file: string, name: string, format: ExportFormat): Promise<void> {
  const { size } = await stat(file);
  offerAs(response, name);
  response.setHeader('Content-Type', MEDIA_TYPES[format]);
  response.setHeader('Content-Length', size);
  response.setHeader('Cache-Control', 'public, max-age=30, no-transform');
  if (response.req.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(createReadStream(file), response).catch((error: unknown) => {
    if (!response.destroyed) throw error;
  });
}
