import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Needs } from '../../identity/index.js';
import { Clock } from '../../kernel/clock.js';
import { validateQuery } from '../../kernel/field/index.js';
import { ApiErrors, ApiQueryOf } from '../../platform/http/index.js';
import { CurrentCalendar } from '../calendar/current-calendar.js';
import { DepartmentBoard } from './department-board.js';
import { BoardQuery, DepartmentBoardModel, presentBoard } from './department-board.model.js';

/** Where a department stands, for its own systems. */
@ApiTags('submissions')
@Controller('api/v1/board')
export class DepartmentBoardController {
  constructor(
    private readonly board: DepartmentBoard,
    private readonly calendars: CurrentCalendar,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Needs('submission.read')
  @ApiOperation({ summary: '部门看板：在办稿件和期限、按时率、常见的检查发现、已发布的记录' })
  @ApiQueryOf(BoardQuery)
  @ApiResponse({ status: 200, type: DepartmentBoardModel })
  @ApiErrors('BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN')
  async get(@Query() query: unknown, @CurrentActor() actor: Actor): Promise<DepartmentBoardModel> {
    const { department } = validateQuery(BoardQuery, query);
    return presentBoard(await this.board.of(department, actor), this.clock.today(), this.calendars.calendar);
  }
}
