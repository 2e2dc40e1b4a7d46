import { Injectable } from '@nestjs/common';
import {
  clockOf,
  CurrentCalendar,
  type InputFields,
  isOpen,
  MOST_SPREADSHEET_ROWS,
  OPEN_STATES,
  RECORD_KINDS,
  type RecordKind,
  type SubmissionConditions,
  RecordReader,
  type SubmissionRow,
  targetOf,
  type Transition,
  TRANSITIONS,
  transitionsFrom,
  WorkflowService,
} from '../../catalog/index.js';
import { DepartmentService } from '../../department/index.js';
import { type Actor, departmentsFor, departmentsOf, may } from '../../identity/index.js';
import { Clock } from '../../kernel/clock.js';
import { BULK_ACTIONS, type BulkAction } from './bulk.service.js';
import { ChoiceService } from './choice.service.js';
import { type Difference, differences } from './difference.js';
import { comparedFields, inputOfForm } from './form-field.js';
import { type Form, textOf } from './read-form.js';
import type { Task } from './page/task-list.js';

const SHOWN = 200;
/** Lines of a page of a list. */
export const PAGE = 50;
const SHOWN_DONE = 10;

/** A workbook of what a department published. */
export interface Export {
  department: string;
  name: string;
  kind: RecordKind;
  part: number;
  parts: number;
}

/** What the pages of the workbench show; decides nothing that the policy and the workflow do not decide. */
@Injectable()
export class WorkbenchService {
  constructor(
    private readonly workflow: WorkflowService,
    private readonly reader: RecordReader,
    private readonly departments: DepartmentService,
    private readonly calendars: CurrentCalendar,
    private readonly choices: ChoiceService,
    private readonly clock: Clock,
  ) {}

  /** What waits for this person, what else is under way, and what was finished last. */
  async tasks(actor: Actor): Promise<{ mine: Task[]; others: Task[]; done: Task[] }> {
    if (!may(actor, 'submission.read')) return { mine: [], others: [], done: [] };
    const open = await this.workflow.list({ states: OPEN_STATES, limit: SHOWN, offset: 0 }, actor);
    const done = await this.workflow.list({ states: ['published', 'discarded'], limit: SHOWN_DONE, offset: 0 }, actor);
    const tasks = open.map((row) => this.taskOf(row)).sort((a, b) => (a.row.dueOn < b.row.dueOn ? -1 : 1));
    const waits = ({ row }: Task) => row.state !== 'scheduled' && this.allowed(row, actor).length > 0;
    return { mine: tasks.filter(waits), others: tasks.filter((task) => !waits(task)), done: done.map((row) => this.taskOf(row)) };
  }

  /** A page of submissions. */
  async page(conditions: SubmissionConditions, page: number, actor: Actor): Promise<{ tasks: Task[]; total: number }> {
    const [total, rows] = await Promise.all([
      this.workflow.count(conditions, actor),
      this.workflow.list({ ...conditions, limit: PAGE, offset: (page - 1) * PAGE }, actor),
    ]);
    return { total, tasks: rows.map((row) => this.taskOf(row)) };
  }

  taskOf(row: SubmissionRow): Task {
    return { row, clock: clockOf(row.dueOn, this.clock.today(), this.calendars.calendar) };
  }

  /** What the actor may do with it now. */
  allowed(row: SubmissionRow, actor: Actor): Transition[] {
    return transitionsFrom(row.state).filter((name) => may(actor, TRANSITIONS[name].needs, targetOf(name, row)));
  }

  /** What the actor may do with some of these at once. */
  bulkActions(tasks: readonly Task[], actor: Actor): BulkAction[] {
    const allowed = new Set<string>(tasks.flatMap(({ row }) => this.allowed(row, actor)));
    return (Object.keys(BULK_ACTIONS) as BulkAction[]).filter((action) => allowed.has(action));
  }

  /** What a submission would change of what is published now; for a new record everything that is filled in. */
  async changes(row: SubmissionRow): Promise<Difference[]> {
    const published = row.baseRevision === null ? undefined : (await this.reader.declared([row.identifier])).get(row.identifier)?.input;
    return this.between(row.kind, published, row.content as InputFields);
  }

  /** Field by field, with labels for codes. */
  between(kind: RecordKind, before: InputFields | undefined, after: InputFields): Difference[] {
    return differences(comparedFields(kind), before && this.choices.shown(before), this.choices.shown(after));
  }

  /** What a change of a published record begins with. @throws AppError NOT_FOUND, GONE */
  async publishedInput(identifier: string, kind: RecordKind): Promise<InputFields> {
    await this.reader.get(identifier, kind);
    return (await this.reader.declared([identifier])).get(identifier)!.input;
  }

  /** What the form of a new draft means, on top of what is published of the record; with the department chosen. */
  async newValues(kind: RecordKind, form: Form): Promise<InputFields> {
    const identifier = textOf(form, 'identifier');
    const published = identifier ? (await this.reader.declared([identifier])).get(identifier) : undefined;
    const before = published?.kind === kind && published.status === 'published' ? published.input : {};
    return { ...inputOfForm(kind, form, before), identifier: identifier ?? '', department: textOf(form, 'department') };
  }

  async departmentName(code: string): Promise<string> {
    return (await this.departments.byCodes([code])).get(code)?.name ?? code;
  }

  /** What will not be done for a submission, and why. */
  async hintsOn({ kind, action, state, department, content }: SubmissionRow): Promise<string[]> {
    const numbered = kind !== 'document' || action !== 'publish' || Boolean((content as { indexNumber?: string | null }).indexNumber);
    if (numbered || !isOpen(state)) return [];
    const organ = (await this.departments.byCodes([department])).get(department);
    return organ?.creditCode
      ? []
      : ['本部门没有登记统一社会信用代码，发布时不会自动编制索引号；请自行填写索引号，或请系统管理员在部门信息里补登代码。'];
  }

  /** Departments whose submissions the actor may read; none named for those who may read all. */
  async readableDepartments(actor: Actor): Promise<{ code: string; name: string }[]> {
    return [...(await this.departments.byCodes(departmentsFor(actor, 'submission.read') ?? [])).values()];
  }

  /** Departments in whose name the actor may write. */
  async ownDepartments(actor: Actor): Promise<{ code: string; name: string }[]> {
    return [...(await this.departments.byCodes(departmentsOf(actor, ['editor']))).values()];
  }

  /** Workbooks in which what departments published can be taken along, in parts of as many rows as one import takes. */
  async exportsOf(departments: readonly { code: string; name: string }[]): Promise<Export[]> {
    const found: Export[] = [];
    for (const { code, name } of departments)
      for (const kind of RECORD_KINDS) {
        const { total } = await this.reader.ledBy({ departments: [code], kind, status: 'published', limit: 1, offset: 0 });
        const parts = Math.ceil(total / MOST_SPREADSHEET_ROWS);
        for (let part = 1; part <= parts; part += 1) found.push({ department: code, name, kind, part, parts });
      }
    return found;
  }

  today(): string {
    return this.clock.today();
  }
}
