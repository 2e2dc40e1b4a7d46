import { applyDecorators, Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOperation, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { ApiErrors, ApiQueryOf } from '../../platform/http/index.js';
import { TransparencyReader } from '../transparency-reader.js';
import { FigureAnswers, wantsCsv } from './figure-answers.js';
import { figuresCsv, rankingCsv } from './figures-csv.js';
import { presentFigures, presentRanking, presentRecords } from './present-figures.js';
import {
  FigureRecordPage,
  RankingQuery,
  RecordsOfFigureQuery,
  Transparency,
  TransparencyQuery,
  TransparencyRanking,
} from './transparency.model.js';

/** An answer that is JSON, or CSV on demand. */
const ApiFigures = (type: new () => object) =>
  applyDecorators(
    ApiExtraModels(type),
    ApiResponse({
      status: 200,
      description: 'JSON；format=csv 或 Accept: text/csv 时为 CSV（UTF-8）',
      content: {
        'application/json': { schema: { $ref: getSchemaPath(type) } },
        'text/csv': { schema: { type: 'string' as const } },
      },
    }),
    ApiResponse({ status: 304, description: '与 If-None-Match 相同' }),
  );

/** Figures that hold departments to account, by REST. */
@ApiTags('transparency')
@Open()
@Controller('api/v1/transparency')
export class TransparencyController {
  constructor(
    private readonly reader: TransparencyReader,
    private readonly answers: FigureAnswers,
  ) {}

  @Get()
  @ApiOperation({ summary: '公开是否及时、更新是否按期、开放多少、申请答复是否按期：合计与逐月' })
  @ApiQueryOf(TransparencyQuery)
  @ApiFigures(Transparency)
  @ApiErrors('BAD_REQUEST', 'NOT_FOUND')
  async figures(@Query() query: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { format, ...question } = validateQuery(TransparencyQuery, query);
    const figures = presentFigures(await this.reader.figures(question));
    this.answers.send(response, figures, wantsCsv(format, request) ? { name: 'transparency.csv', text: figuresCsv(figures) } : undefined);
  }

  @Get('departments')
  @ApiOperation({ summary: '各部门的数字，按其中一个排序' })
  @ApiQueryOf(RankingQuery)
  @ApiFigures(TransparencyRanking)
  @ApiErrors('BAD_REQUEST')
  async departments(@Query() query: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { format, ...question } = validateQuery(RankingQuery, query);
    const ranking = presentRanking(await this.reader.ranking(question));
    this.answers.send(response, ranking, wantsCsv(format, request) ? { name: 'departments.csv', text: rankingCsv(ranking) } : undefined);
  }

  @Get('records')
  @ApiOperation({ summary: '一个数字背后的记录，与它一样多' })
  @ApiQueryOf(RecordsOfFigureQuery)
  @ApiFigures(FigureRecordPage)
  @ApiErrors('BAD_REQUEST', 'NOT_FOUND')
  async records(@Query() query: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { format, cursor, limit, ...question } = validateQuery(RecordsOfFigureQuery, query);
    if (wantsCsv(format, request)) return this.answers.streamRecords(response, question);
    this.answers.send(response, presentRecords(await this.reader.records(question, { cursor, limit })));
  }
}
