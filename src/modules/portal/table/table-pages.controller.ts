import { Controller, Get, Header, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import type { Request, Response } from 'express';
import { CHART_AGGREGATES, CHART_KINDS, type ChartAggregate, type ChartKind, viewerOf } from '../../data/index.js';
import { Choice, Text, validateQuery, Whole } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { TablePages } from './table-pages.service.js';

const HTML = 'text/html; charset=utf-8';

/** What a visitor may ask of a table. */
export class TablePageQuery {
  @Text({ description: '查找词', max: 200, optional: true })
  q?: string;

  @Text({ description: '条件', max: 4000, multiline: true, optional: true })
  where?: string;

  @Text({ description: '排序', max: 500, optional: true })
  orderBy?: string;

  @Text({ description: '上一页的游标', max: 4000, optional: true })
  cursor?: string;
}

/** A chart by its address. */
export class ChartPageQuery {
  @Choice({ description: '种类', values: CHART_KINDS })
  kind: ChartKind;

  @Text({ description: '横轴的列', max: 200 })
  x: string;

  @Text({ description: '要计算的列', max: 200, optional: true })
  y?: string;

  @Choice({ description: '怎样计算', values: CHART_AGGREGATES, optional: true })
  aggregate?: ChartAggregate;

  @Type(() => Number)
  @Whole({ description: '宽', min: 320, max: 1600, optional: true })
  width: number = 960;

  @Type(() => Number)
  @Whole({ description: '高', min: 200, max: 1200, optional: true })
  height: number = 540;
}

/** Pages of tables and charts. */
@ApiExcludeController()
@Open()
@Controller('datasets/:identifier/tables/:table')
export class TablePagesController {
  constructor(private readonly pages: TablePages) {}

  @Get()
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'public, max-age=30')
  table(
    @Param('identifier') identifier: string,
    @Param('table') name: string,
    @Query() query: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    return this.pages.table(identifier, name, validateQuery(TablePageQuery, query), viewerOf(request), response);
  }

  @Get('chart')
  @Header('Content-Type', HTML)
  @Header('Cache-Control', 'public, max-age=60')
  chart(
    @Param('identifier') identifier: string,
    @Param('table') name: string,
    @Query() query: unknown,
    @Req() request: Request,
  ): Promise<string> {
    return this.pages.chart(identifier, name, validateQuery(ChartPageQuery, query), viewerOf(request));
  }

  /** The drawing alone, for other sites to show. */
  @Get('chart.svg')
  @Header('Content-Type', 'image/svg+xml')
  @Header('Cache-Control', 'public, max-age=300')
  @Header('Cross-Origin-Resource-Policy', 'cross-origin')
  drawing(
    @Param('identifier') identifier: string,
    @Param('table') name: string,
    @Query() query: unknown,
    @Req() request: Request,
  ): Promise<string> {
    return this.pages.drawing(identifier, name, validateQuery(ChartPageQuery, query), viewerOf(request));
  }
}
