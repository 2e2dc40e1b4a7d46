import { Injectable } from '@nestjs/common';
import { type ActingContext, type Actor, demand, departmentsOf } from '../../identity/index.js';
import { AppError, invalidField } from '../../kernel/app-error.js';
import { VocabularyService } from '../../vocabulary/index.js';
import { CODED_FIELDS } from '../record/coded-field.js';
import type { RecordKind } from '../record/record.entity.js';
import { RecordReader } from '../read/record-reader.js';
import { cellsOf, itemCellsOf } from './cells.js';
import { columnsOf, MOST_ROWS } from './column.js';
import { readWorkbook } from './read-workbook.js';
import { RowImporter, type RowOutcome } from './row-importer.js';
import { type CellFlaw, type FilledTemplate, readTemplate } from './sheet-rows.js';
import { type WrittenRow, writeTemplate } from './write-workbook.js';

/** What an import did. */
export interface SpreadsheetReport {
  kind: RecordKind;
  rows: RowOutcome[];
  /** Of all rows, and of items that belong to none. */
  flaws: CellFlaw[];
  filled: FilledTemplate;
}

const AT_ONCE = 200;

/** The catalog template as a workbook: empty, filled with what a department published, and back as drafts. */
@Injectable()
export class SpreadsheetService {
  constructor(
    private readonly vocabulary: VocabularyService,
    private readonly reader: RecordReader,
    private readonly importer: RowImporter,
  ) {}

  template(kind: RecordKind): Promise<Buffer> {
    return writeTemplate({ kind, rows: [], items: [], choices: this.choices(kind) });
  }

  /** What a department published, as the template; `part` counts portions of as many rows as one import takes. */
  async exportPublished(kind: RecordKind, given: string | null, part: number, actor: Actor): Promise<Buffer> {
    const department = departmentFor(given, actor);
    const rows: WrittenRow[] = [];
    const items: WrittenRow[] = [];
    const start = (part - 1) * MOST_ROWS;
    for (let offset = start; offset < start + MOST_ROWS; offset += AT_ONCE) {
      const page = await this.reader.declaredOfDepartment(department, kind, offset, AT_ONCE);
      for (const [identifier, { input }] of page) {
        rows.push({ cells: cellsOf(kind, input) });
        items.push(...itemCellsOf(identifier, input).map((cells) => ({ cells })));
      }
      if (page.size < AT_ONCE) break;
    }
    return writeTemplate({ kind, rows, items, choices: this.choices(kind) });
  }

  /** Every row becomes a draft, or changes one, or is refused whole; the others go on. @throws AppError for what is no filled template */
  async importTemplate(kind: RecordKind, bytes: Buffer, given: string | null, context: ActingContext): Promise<SpreadsheetReport> {
    const department = departmentFor(given, context.actor);
    const filled = readTemplate(kind, await readWorkbook(bytes));
    const rows: RowOutcome[] = [];
    for (let start = 0; start < filled.rows.length; start += AT_ONCE)
      rows.push(...(await this.importer.run(kind, filled.rows.slice(start, start + AT_ONCE), filled.places, department, context)));
    return { kind, rows, flaws: [...rows, ...filled.stray].flatMap(({ flaws }) => flaws), filled };
  }

  /** The sheet as it came, with wrong cells coloured, the sentence as their comment, and the column 结果. */
  markedCopy({ kind, rows, filled }: SpreadsheetReport): Promise<Buffer> {
    const byField = (flaws: readonly CellFlaw[], row: number, sheetRow: { cells: Record<string, string> }): WrittenRow => {
      const own = flaws.filter((flaw) => flaw.row === row);
      return {
        cells: sheetRow.cells,
        flaws: new Map(own.map(({ field, message }) => [field, message])),
        result: own.map(({ cell, message }) => `${cell}：${message}`).join('；'),
      };
    };
    const main = filled.rows.map((row, index) => {
      const outcome = rows[index]!;
      const written = byField(
        outcome.flaws.filter(({ sheet }) => sheet === mainSheetOf(kind)),
        row.row,
        row,
      );
      const elsewhere = outcome.flaws.filter(({ sheet }) => sheet !== mainSheetOf(kind)).length;
      const parts = [RESULT_LABELS[outcome.result], written.result, elsewhere > 0 ? `“信息项”表有 ${elsewhere} 处不对` : ''];
      return { ...written, result: parts.filter(Boolean).join('：') };
    });
    const flaws = rows.flatMap((row) => row.flaws.filter(({ sheet }) => sheet !== mainSheetOf(kind)));
    const items = filled.rows.flatMap((row) => (row.items ?? []).map((item) => byField([...flaws], item.row, item)));
    const stray = filled.stray.map((item) => byField(item.flaws, item.row, item));
    return writeTemplate({ kind, rows: main, items: [...items, ...stray], choices: this.choices(kind), results: true });
  }

  private choices(kind: RecordKind): Record<string, string[]> {
    return Object.fromEntries(
      columnsOf(kind).flatMap(({ field, table }) => {
        if (!table) return [];
        if (table === 'article20') return [[field, this.vocabulary.table('article20').items.map(({ code }) => code)]];
        const name = CODED_FIELDS[table];
        return [[field, this.vocabulary.table(name).items.map(({ code }) => this.vocabulary.fullLabel(name, code))]];
      }),
    );
  }
}

export const RESULT_LABELS: Record<RowOutcome['result'], string> = {
  created: '已新建草稿',
  updated: '已修改草稿',
  unchanged: '没有变化',
  refused: '未导入',
};

const mainSheetOf = (kind: RecordKind) => (kind === 'dataset' ? '信息资源' : '公开文件');

/** The department in whose name a sheet comes. @throws AppError VALIDATION_FAILED, FORBIDDEN */
function departmentFor(given: string | null, actor: Actor): string {
  const own = departmentsOf(actor, ['editor']);
  const department = given ?? (own.length === 1 ? own[0] : undefined);
  if (!department) throw invalidField('department', '请指明是哪个部门的表格');
  demand(actor, 'submission.write', { department });
  return department;
}

/** Whether anything went wrong. */
export const hasFlaws = ({ flaws }: SpreadsheetReport): boolean => flaws.length > 0;

/** @throws AppError BAD_REQUEST */
export function partOf(text: string | undefined): number {
  if (text === undefined) return 1;
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new AppError('BAD_REQUEST', 'part 应为从 1 起的整数。', { fields: [{ field: 'part', message: '应为从 1 起的整数' }] });
}
