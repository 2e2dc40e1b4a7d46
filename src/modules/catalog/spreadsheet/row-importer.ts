import { Injectable } from '@nestjs/common';
import type { ActingContext } from '../../identity/index.js';
import { AppError, type FieldError } from '../../kernel/app-error.js';
import { check } from '../../kernel/field/index.js';
import { VocabularyService } from '../../vocabulary/index.js';
import { CODED_FIELDS } from '../record/coded-field.js';
import type { InputFields } from '../record/input-of.js';
import { DatasetInput, DocumentInput } from '../record/record.input.js';
import type { RecordKind } from '../record/record.entity.js';
import { type DeclaredRecord, RecordReader } from '../read/record-reader.js';
import type { Draft } from '../write/draft.js';
import { STATE_LABELS } from '../workflow/submission-state.js';
import type { SubmissionRow } from '../workflow/submission.entity.js';
import { WorkflowService } from '../workflow/workflow.service.js';
import { changedFields, inputOfCells, itemsChanged, itemsOfCells } from './cells.js';
import { columnsOf, FORMED_ON } from './column.js';
import { flawsOfFields } from './row-flaws.js';
import type { CellFlaw, FilledTemplate, SubmittedRow } from './sheet-rows.js';

/** What became of one row. */
export interface RowOutcome {
  row: number;
  identifier: string;
  title: string;
  result: 'created' | 'updated' | 'unchanged' | 'refused';
  /** Id of the draft. */
  submission?: string;
  flaws: CellFlaw[];
}

/** Rows have different identifiers, so that they never wait for each other; more would take connections from others. */
const TOGETHER = 3;

interface Place {
  kind: RecordKind;
  places: FilledTemplate['places'];
  department: string;
  context: ActingContext;
}

/** Turns rows of a template into drafts, each whole or not at all. */
@Injectable()
export class RowImporter {
  constructor(
    private readonly reader: RecordReader,
    private readonly workflow: WorkflowService,
    private readonly vocabulary: VocabularyService,
  ) {}

  async run(
    kind: RecordKind,
    rows: readonly SubmittedRow[],
    places: FilledTemplate['places'],
    department: string,
    context: ActingContext,
  ): Promise<RowOutcome[]> {
    const identifiers = rows.map(({ cells }) => cells.identifier ?? '').filter(Boolean);
    const [records, underWay] = await Promise.all([this.reader.declared(identifiers), this.workflow.underWay(identifiers, context.actor)]);
    const place = { kind, places, department, context };
    const outcomes: RowOutcome[] = [];
    for (let start = 0; start < rows.length; start += TOGETHER) {
      const some = rows.slice(start, start + TOGETHER);
      const done = some.map((row) =>
        this.one(row, records.get(row.cells.identifier ?? ''), underWay.get(row.cells.identifier ?? ''), place),
      );
      outcomes.push(...(await Promise.all(done)));
    }
    return outcomes;
  }

  private async one(
    row: SubmittedRow,
    record: DeclaredRecord | undefined,
    open: SubmissionRow | undefined,
    place: Place,
  ): Promise<RowOutcome> {
    const { identifier = '', title = '' } = row.cells;
    const outcome = (result: RowOutcome['result'], more: Partial<RowOutcome> = {}): RowOutcome => ({
      row: row.row,
      identifier,
      title: title || (typeof record?.input.title === 'string' ? record.input.title : ''),
      result,
      flaws: [],
      ...more,
    });
    const flaws = [...row.flaws, ...(row.items ?? []).flatMap((item) => item.flaws)];
    if (flaws.length > 0) return outcome('refused', { flaws });
    try {
      const { draft, errors, result } = this.meaningOf(row, record, open, place);
      if (errors) return outcome('refused', { flaws: flawsOfFields(place.kind, row, errors, place.places) });
      if (!draft) return outcome(result ?? 'unchanged', open ? { submission: open.id } : {});
      const formedOn = row.cells[FORMED_ON] || null;
      if (!open) {
        const created = await this.workflow.create(draft, { department: place.department, formedOn }, place.context);
        return outcome('created', { submission: created.id });
      }
      await this.workflow.save(open.id, open.version, draft, formedOn, place.context);
      return outcome('updated', { submission: open.id });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const fields = error.details.fields?.filter(({ field }) => field !== 'If-Match') ?? [];
      const said = fields.length === 1 ? [{ field: fields[0]!.field, message: error.message }] : fields;
      const errors = said.length > 0 ? said : [{ field: 'identifier', message: error.message }];
      return outcome('refused', { flaws: flawsOfFields(place.kind, row, errors, place.places) });
    }
  }

  /** The draft that a row asks for; none when it says nothing new. */
  private meaningOf(
    row: SubmittedRow,
    record: DeclaredRecord | undefined,
    open: SubmissionRow | undefined,
    { kind, department }: Place,
  ): { draft?: Draft; errors?: FieldError[]; result?: 'unchanged' } {
    const { identifier = '' } = row.cells;
    const own = record?.status === 'published' && record.kind === kind && record.department === department ? record.input : undefined;
    const content = open?.kind === kind && open.action === 'publish' ? (open.content as InputFields) : undefined;
    const known = own ?? content ?? { identifier };
    const itemCells = row.items?.map(({ cells }) => cells);
    let changed = changedFields(kind, row.cells, known);
    let newItems = itemCells !== undefined && itemsChanged(itemCells, known);
    if (content && own) {
      // Only what was changed since the export goes into the draft; the rest of the draft is somebody's work.
      changed = changedFields(kind, row.cells, content).filter((field) => changed.includes(field));
      newItems &&= itemCells !== undefined && itemsChanged(itemCells, content);
    }
    if (changed.length === 0 && !newItems && (own ?? content)) return {};
    if (open && (!content || open.state !== 'draft'))
      return {
        errors: [
          { field: 'identifier', message: `这条记录已有稿件“${STATE_LABELS[open.state]}”，不能从表格修改；请等办结或在那份稿件上办理` },
        ],
      };
    const input = inputOfCells(kind, row.cells, changed, content ?? known);
    if (newItems) input.items = itemsOfCells(itemCells!);
    const coded = this.checkCodes(kind, input, changed);
    const { instance, errors } = check<DatasetInput | DocumentInput>(kind === 'dataset' ? DatasetInput : DocumentInput, input);
    const flaws = [...coded, ...errors];
    return flaws.length > 0 ? { errors: flaws } : { draft: { kind, input: instance } as Draft };
  }

  /** Words of closed tables that were changed must be in the table; the items of 条例 Art. 20 become their codes. */
  private checkCodes(kind: RecordKind, input: InputFields, changed: readonly string[]): FieldError[] {
    return columnsOf(kind).flatMap(({ field, table, closed }) => {
      const text = input[field];
      if (!table || typeof text !== 'string' || !changed.includes(field)) return [];
      const name = table === 'article20' ? table : CODED_FIELDS[table];
      const found = this.vocabulary.resolve(name, text);
      if (found && table === 'article20') input[field] = found.code;
      if (found || !(closed || table === 'article20')) return [];
      const labels = this.vocabulary.table(name).items.map(({ code, label }) => (table === 'article20' ? code : label));
      return [{ field, message: `“${text}”不在代码表中，可选：${labels.slice(0, 12).join('、')}${labels.length > 12 ? '等' : ''}` }];
    });
  }
}
