import { Injectable } from '@nestjs/common';
import { DepartmentService } from '../department/index.js';
import { AppError } from '../kernel/app-error.js';
import { decodeIdCursor, encodeCursor } from '../kernel/cursor.js';
import { Clock } from '../kernel/clock.js';
import { type Book, FigureBook } from './book/figure-book.js';
import type { Counted } from './figure/counted.js';
import { countBehind, type FigureName, FIGURES } from './figure/figure.js';
import type { FigureRecord } from './figure/figure-source.js';
import { addToMonth, monthOf, type MonthRange, monthRange, monthsOf } from './figure/month.js';
import { NO_DEPARTMENT } from './figure/records-address.js';
import { inOrder, type Order } from './figure/rank.js';
import { counts, type FigureValues, talliesByDepartment, talliesByMonth, tallyOf } from './figure/tally.js';

/** A department as figures name it; the code is null where none is known. */
export interface NamedDepartment {
  code: string | null;
  name: string;
}

/** Which figures. */
export interface FiguresQuestion {
  /** Code of a department, or `-` for records of which none is known; without it the whole government. */
  department?: string | null;
  from?: string | null;
  to?: string | null;
}

/** Figures of the whole government, or of one department. */
export interface Figures extends MonthRange {
  asOf: string;
  department: NamedDepartment | null;
  totals: FigureValues;
  months: { month: string; values: FigureValues }[];
}

/** Which departments, and in which order. */
export interface RankingQuestion extends Omit<FiguresQuestion, 'department'> {
  sort: FigureName;
  order: Order;
  limit: number;
  offset: number;
}

/** A page of the departments that have anything to count. */
export interface Ranking extends MonthRange {
  asOf: string;
  total: number;
  departments: { department: NamedDepartment; values: FigureValues }[];
}

/** Which records. */
export interface RecordsQuestion extends FiguresQuestion {
  figure: FigureName;
  month?: string | null;
}

/** The few figures that a home page shows. */
export interface Summary {
  asOf: string;
  /** Documents published this month. */
  publishedThisMonth: number;
  /** Over the last twelve months, the present one included. */
  yearRange: MonthRange;
  onTimeShare: number | null;
  keptShare: number | null;
  openDatasets: number;
  requestsOnTimeShare: number | null;
}

/** A page of the records behind a figure. */
export interface FigureRecords extends MonthRange {
  figure: FigureName;
  /** Null for the whole government. */
  department: NamedDepartment | null;
  /** How many there are, which is what the figure says. */
  total: number;
  records: (FigureRecord & { departmentName: string | null })[];
  nextCursor: string | null;
}

const UNKNOWN = '没有登记部门';

/** Figures that hold departments to account, and the records behind them. */
@Injectable()
export class TransparencyReader {
  constructor(
    private readonly book: FigureBook,
    private readonly departments: DepartmentService,
    private readonly clock: Clock,
  ) {}

  /** A short text that differs whenever figures may. */
  version(): Promise<string> {
    return this.book.version();
  }

  /** @throws AppError BAD_REQUEST, NOT_FOUND for a department that there is not */
  async figures(question: FiguresQuestion): Promise<Figures> {
    const range = monthRange(question, this.clock.today());
    const department = await this.departmentOf(question);
    const book = await this.book.current();
    const groups = groupsOf(book, department);
    const months = talliesByMonth(groups, monthsOf(range));
    return {
      ...{ asOf: book.asOf, ...range, department },
      totals: tallyOf(groups, range),
      months: [...months].map(([month, values]) => ({ month, values })),
    };
  }

  /** @throws AppError BAD_REQUEST */
  async ranking({ sort, order, limit, offset, ...question }: RankingQuestion): Promise<Ranking> {
    const range = monthRange(question, this.clock.today());
    const book = await this.book.current();
    const tallies = [...talliesByDepartment(groupsOf(book, null), range)];
    const page = inOrder(tallies, sort, order).slice(offset, offset + limit);
    const names = await this.namesOf(page.map(([code]) => code));
    return {
      ...{ asOf: book.asOf, ...range, total: tallies.length },
      departments: page.map(([code, values]) => ({ department: { code, name: names(code) ?? UNKNOWN }, values })),
    };
  }

  /** A few figures of the whole government, for the home page. */
  async summary(): Promise<Summary> {
    const { asOf, groups } = await this.book.current();
    const to = monthOf(asOf)!;
    const yearRange = { from: addToMonth(to, -11), to };
    const all = [...groups.values()].flat();
    const year = tallyOf(all, yearRange);
    return {
      ...{ asOf, yearRange, publishedThisMonth: tallyOf(all, { from: to, to })['publishing.published']! },
      ...{ onTimeShare: year['publishing.onTimeShare'], keptShare: year['freshness.keptShare'] },
      ...{ openDatasets: year['openness.open']!, requestsOnTimeShare: year['requests.onTimeShare'] },
    };
  }

  /** The records that a figure counts; of a share or a median those it was made of. @throws AppError BAD_REQUEST, NOT_FOUND */
  async records(
    question: RecordsQuestion,
    { cursor, limit }: { cursor?: string; limit: number },
    cursorName: 'cursor' | 'after' = 'cursor',
  ): Promise<FigureRecords> {
    const { figure } = question;
    const count = countBehind(figure);
    const { subject } = FIGURES[count];
    const range = this.rangeOf(question);
    const department = await this.departmentOf(question);
    const { asOf, groups } = await this.book.current();
    const wanted = (groups.get(subject) ?? []).filter(
      (group) => belongsTo(group, department) && group.figures.includes(count) && counts(count, group.month, range),
    );
    const scope = JSON.stringify(['transparency', count, department?.code, range]);
    const after = cursor === undefined ? '0' : decodeIdCursor(cursor, scope, cursorName);
    const departments = department ? [department.code] : undefined;
    const found = await this.book.list(subject, { keys: wanted.map(({ key }) => key), departments, after, limit: limit + 1 }, asOf);
    const page = found.slice(0, limit);
    const names = await this.namesOf(page.map((record) => record.department));
    return {
      ...{ figure, department, ...range },
      total: wanted.reduce((sum, group) => sum + group.count, 0),
      records: page.map((record) => ({ ...record, departmentName: names(record.department) ?? null })),
      nextCursor: found.length > limit ? encodeCursor(page.at(-1)!.position, scope) : null,
    };
  }

  /** All records behind a figure, page by page. */
  async *allRecords(question: RecordsQuestion, size = 500): AsyncGenerator<FigureRecords['records']> {
    for (let cursor: string | undefined; ;) {
      const { records, nextCursor } = await this.records(question, { cursor, limit: size });
      yield records;
      if (nextCursor === null) return;
      cursor = nextCursor;
    }
  }

  private rangeOf({ figure, month, from, to }: RecordsQuestion): MonthRange {
    const asked = Object.entries({ month, from, to }).find(([, value]) => value);
    if (asked && FIGURES[countBehind(figure)].scope === 'today')
      throw refused(asked[0], `${figure} 是今天的情况，不分月份，请去掉 ${asked[0]}`, `${figure} is as of today; it has no months.`);
    if (month && (from || to)) throw refused('month', 'month 与 from、to 只能写一种', 'Give either month, or from and to.');
    return monthRange(month ? { from: month, to: month } : { from, to }, this.clock.today());
  }

  private async departmentOf({ department }: FiguresQuestion): Promise<NamedDepartment | null> {
    if (!department) return null;
    if (department === NO_DEPARTMENT) return { code: null, name: UNKNOWN };
    const { code, name } = await this.departments.get(department);
    return { code, name };
  }

  private async namesOf(codes: readonly (string | null)[]): Promise<(code: string | null) => string | undefined> {
    const known = await this.departments.byCodes([...new Set(codes.filter((code) => code !== null))]);
    return (code) => (code === null ? undefined : known.get(code)?.name);
  }
}

const belongsTo = (group: Counted, department: NamedDepartment | null) => department === null || group.department === department.code;

const groupsOf = ({ groups }: Book, department: NamedDepartment | null): Counted[] =>
  [...groups.values()].flatMap((each) => each.filter((group) => belongsTo(group, department)));

const refused = (field: string, message: string, english: string) =>
  new AppError('BAD_REQUEST', `${message}。`, { english, fields: [{ field, message }] });
