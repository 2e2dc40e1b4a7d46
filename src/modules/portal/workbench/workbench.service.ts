import { Injectable } from '@nestjs/common';
import {
  clockOf,
  CODED_FIELDS,
  type CodedField,
  CurrentCalendar,
  RecordReader,
  type SubmissionRow,
  targetOf,
  type Transition,
  TRANSITIONS,
  transitionsFrom,
  WorkflowService,
} from '../../catalog/index.js';
import { DepartmentService } from '../../department/index.js';
import { type Actor, departmentsOf, may } from '../../identity/index.js';
import { Clock } from '../../kernel/clock.js';
import { VocabularyService } from '../../vocabulary/index.js';
import { type Difference, differences } from './difference.js';
import { formFields } from './form-field.js';
import type { Task } from './page/tasks.js';

const SHOWN = 100;
const SHOWN_DONE = 10;

/** What the pages of the workbench show; decides nothing that the policy and the workflow do not decide. */
@Injectable()
export class WorkbenchService {
  constructor(
    private readonly workflow: WorkflowService,
    private readonly reader: RecordReader,
    private readonly departments: DepartmentService,
    private readonly vocabulary: VocabularyService,
    private readonly calendars: CurrentCalendar,
    private readonly clock: Clock,
  ) {}

  /** What waits for this person, what else is under way, and what was finished last. */
  async tasks(actor: Actor): Promise<{ mine: Task[]; others: Task[]; done: Task[] }> {
    if (!may(actor, 'submission.read')) return { mine: [], others: [], done: [] };
    const open = await this.workflow.list({ states: ['draft', 'submitted', 'reviewed', 'scheduled'], limit: SHOWN, offset: 0 }, actor);
    const done = await this.workflow.list({ states: ['published', 'discarded'], limit: SHOWN_DONE, offset: 0 }, actor);
    const tasks = open.map((row) => this.taskOf(row)).sort((a, b) => (a.row.dueOn < b.row.dueOn ? -1 : 1));
    const waits = ({ row }: Task) => row.state !== 'scheduled' && this.allowed(row, actor).length > 0;
    return { mine: tasks.filter(waits), others: tasks.filter((task) => !waits(task)), done: done.map((row) => this.taskOf(row)) };
  }

  taskOf(row: SubmissionRow): Task {
    return { row, clock: clockOf(row.dueOn, this.clock.today(), this.calendars.calendar) };
  }

  /** What the actor may do with it now. */
  allowed(row: SubmissionRow, actor: Actor): Transition[] {
    return transitionsFrom(row.state).filter((name) => may(actor, TRANSITIONS[name].needs, targetOf(name, row)));
  }

  async changes(row: SubmissionRow): Promise<Difference[]> {
    const published = row.baseRevision === null ? undefined : await this.reader.find(row.identifier, row.kind);
    return differences(formFields(row.kind), published, row.content);
  }

  /** What a change of a published record begins with. */
  async publishedInput(identifier: string, kind: SubmissionRow['kind']): Promise<Record<string, unknown>> {
    return { ...(await this.reader.get(identifier, kind)) };
  }

  async departmentName(code: string): Promise<string> {
    return (await this.departments.byCodes([code])).get(code)?.name ?? code;
  }

  /** Departments in whose name the actor may write. */
  async ownDepartments(actor: Actor): Promise<{ code: string; name: string }[]> {
    return [...(await this.departments.byCodes(departmentsOf(actor, ['editor']))).values()];
  }

  /** Labels that the code tables offer, by field. */
  choices(kind: SubmissionRow['kind']): Record<string, string[]> {
    const tables = formFields(kind).flatMap(({ table }) => (table ? [table] : []));
    return Object.fromEntries(
      tables.map((field: CodedField) => [field, this.vocabulary.table(CODED_FIELDS[field]).items.map(({ label }) => label)]),
    );
  }

  today(): string {
    return this.clock.today();
  }
}
