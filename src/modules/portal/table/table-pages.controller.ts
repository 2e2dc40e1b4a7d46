import { Controller, Get, Header, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import type { Request, Response } from 'express';
import { DRAWING_HEIGHT, DRAWING_WIDTH, viewerOf } from '../../data/index.js';
import { Text, validateQuery, Whole } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { TablePages } from './table-pages.service.js';

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

/** A chart by its address; what does not fit the table is said by the chart itself, in its own words. */
export class ChartPageQuery {
  @Text({ description: '种类', max: 20, optional: true })
  kind?: string;

  @Text({ description: '横轴的列', max: 200, optional: true })
  x?: string;

  @Text({ description: '要计算的列', max: 200, optional: true })
  y?: string;

  @Text({ description: '怎样计算', max: 20, optional: true })
  aggregate?: string;

  @Text({ description: '分组的列', max: 200, optional: true })
  group?: string;

  @Type(() => Number)
  @Whole({ description: '宽', ...DRAWING_WIDTH, optional: true })
  width: number = 960;

  @Type(() => Number)
  @Whole({ description: '高', ...DRAWING_HEIGHT, optional: true })
  height?: number;
}

/** Pages of tables and charts. */
@ApiExcludeController()
@Open()
@Controller('datasets/:identifier/tables/:table')
export class TablePagesController {
  constructor(private readonly pages: TablePages) {}

  @Get()
  table(
    @Param('identifier') identifier: string,
    @Param('table') name: string,
    @Query() query: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.pages.table(identifier, name, validateQuery(TablePageQuery, query), viewerOf(request), response);
  }

  @Get('chart')
  chart(
    @Param('identifier') identifier: string,
    @Param('table') name: string,
    @Query() query: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.pages.chart(identifier, name, validateQuery(ChartPageQuery, query), viewerOf(request), response);
  }

  /** The drawing alone, for other sites to show. */
  @Get('chart.svg')
  @Header('Cross-Origin-Resource-Policy', 'cross-origin')
  drawing(
    @Param('identifier') identifier: string,
    @Param('table') name: string,
    @Query() query: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.pages.drawing(identifier, name, validateQuery(ChartPageQuery, query), viewerOf(request), response);
  }
}
