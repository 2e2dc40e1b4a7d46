import { Args, Query, Resolver } from '@nestjs/graphql';
import { type Actor, CurrentActor, Needs } from '../../identity/index.js';
import { Clock } from '../../kernel/clock.js';
import { queryArgs } from '../../platform/graphql/index.js';
import { CurrentCalendar } from '../calendar/current-calendar.js';
import { DepartmentBoard } from './department-board.js';
import { BoardQuery, DepartmentBoardModel, presentBoard } from './department-board.model.js';

/** Where a department stands, by GraphQL. */
@Resolver(() => DepartmentBoardModel)
export class DepartmentBoardResolver {
  constructor(
    private readonly board: DepartmentBoard,
    private readonly calendars: CurrentCalendar,
    private readonly clock: Clock,
  ) {}

  @Query(() => DepartmentBoardModel, { description: '部门看板：在办稿件和期限、按时率、常见的检查发现、已发布的记录' })
  @Needs('submission.read')
  async departmentBoard(@Args() args: BoardQuery, @CurrentActor() actor: Actor): Promise<DepartmentBoardModel> {
    const { department } = queryArgs(BoardQuery, args);
    return presentBoard(await this.board.of(department, actor), this.clock.today(), this.calendars.calendar);
  }
}
