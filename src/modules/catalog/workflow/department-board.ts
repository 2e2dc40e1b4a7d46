import { Injectable } from '@nestjs/common';
import { type Actor, demand, departmentsFor } from '../../identity/index.js';
import { Clock } from '../../kernel/clock.js';
import { CurrentCalendar } from '../calendar/current-calendar.js';
import { BoardRepository, type FindingCount, type RecordCount, type StateCount, type Waiting } from './board.repository.js';
import { AMBER } from './disclosure-clock.js';

/** Where a department stands. */
export interface Board {
  states: StateCount[];
  /** Of the last twelve months. */
  punctuality: { published: number; onTime: number };
  waiting: Waiting[];
  findings: FindingCount[];
  records: RecordCount;
}

const LISTED = 10;

/** What a department has under way, how punctual it is, and what its records lack. */
@Injectable()
export class DepartmentBoard {
  constructor(
    private readonly repository: BoardRepository,
    private readonly calendars: CurrentCalendar,
    private readonly clock: Clock,
  ) {}

  /** Of one department, or of all that the actor may read. @throws AppError FORBIDDEN */
  async of(department: string | undefined, actor: Actor): Promise<Board> {
    if (department !== undefined) demand(actor, 'submission.read', { department });
    const departments = department === undefined ? departmentsFor(actor, 'submission.read') : [department];
    const since = this.aYearAgo();
    const [states, punctuality, waiting, findings, records] = await Promise.all([
      this.repository.states(departments, this.clock.today(), this.amberUntil()),
      this.repository.punctuality(departments, since),
      this.repository.waiting(departments, LISTED),
      this.repository.findings(departments, since, LISTED),
      this.repository.records(departments),
    ]);
    return { states, punctuality, waiting, findings, records };
  }

  /** The last day of periods that are amber today. */
  amberUntil(): string {
    return this.calendars.calendar.addWorkingDays(this.clock.today(), AMBER).day;
  }

  aYearAgo(): Date {
    const now = this.clock.now();
    return new Date(Date.UTC(now.getUTCFullYear() - 1, now.getUTCMonth(), now.getUTCDate()));
  }
}
