import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type ActingContext, CurrentContext, Idempotent, Needs } from '../../identity/index.js';
import { NoQuery, validate, validateQuery } from '../../kernel/field/index.js';
import { Open } from '../../platform/access/index.js';
import { ApiErrors } from '../../platform/http/index.js';
import { CalendarService } from './calendar.service.js';
import { WorkYearInput, WorkYearLoaded, WorkYearModel } from './work-year.model.js';

const YEAR = { name: 'year', description: '年份', example: '2027' };

/** The working-day calendar by which legal periods are counted. */
@ApiTags('work-calendar')
@Controller('api/v1/work-calendar')
export class CalendarController {
  constructor(private readonly calendars: CalendarService) {}

  @Get(':year')
  @Open()
  @ApiOperation({ summary: '一年的节假日和调休安排' })
  @ApiParam(YEAR)
  @ApiResponse({ status: 200, type: WorkYearModel })
  @ApiErrors('BAD_REQUEST', 'NOT_FOUND')
  get(@Param('year') year: string, @Query() query: unknown): Promise<WorkYearModel> {
    validateQuery(NoQuery, query);
    return this.calendars.get(year);
  }

  @Put(':year')
  @Idempotent()
  @Needs('calendar.load')
  @ApiOperation({ summary: '载入一年的工作日历；在办稿件的公开期限随即重算' })
  @ApiParam(YEAR)
  @ApiBody({ type: WorkYearInput })
  @ApiResponse({ status: 200, type: WorkYearLoaded })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION_FAILED')
  load(
    @Param('year') year: string,
    @Body() body: unknown,
    @Query() query: unknown,
    @CurrentContext() context: ActingContext,
  ): Promise<WorkYearLoaded> {
    validateQuery(NoQuery, query);
    return this.calendars.load(Number(year), validate(WorkYearInput, body), context);
  }
}
