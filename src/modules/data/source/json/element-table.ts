import { type SheetSource, type SourceRow, UnreadableTable } from '../sheet-source.js';
import { checkCell, MOST_CELL, MOST_COLUMNS } from '../source-limits.js';
import { cellText, flatEntries, type FlatEntry, GEOMETRY } from './flat-row.js';
import { JsonObject, JsonSyntax, jsonText, type JsonValue, parseJson } from './json-value.js';

/** A value of a list, with its number from 1: of the object, or of the line. */
export interface Element {
  number: number;
  text: string;
}

/** A list of values, read as often as it is asked for; `unit` is what its numbers count, such as 个对象. */
export interface ElementList {
  name: string | null;
  unit: string;
  elements: () => AsyncGenerator<Element[]>;
}

/** Names of the column for what no other column has. */
const REST = '其他';
const OTHER_REST = '其他（JSON）';
const SCALAR = '值';
/** Objects through which all keys are looked for when a file is large. */
export const FIRST_LOOK = 5_000;
const MOST_GEOMETRY = 16 * MOST_CELL;
const MOST_NAMED = 5;

/** A table of a list of values; undefined when the list is empty. @throws UnreadableTable */
export async function elementTable(list: ElementList, isLarge: boolean, notes: string[]): Promise<SheetSource | undefined> {
  const table = new ElementTable(list, isLarge, notes);
  return (await table.look()) ? { name: list.name, rows: () => table.rows() } : undefined;
}

class ElementTable {
  private readonly columns = new Map<string, number>();
  private isGrid = false;
  private hasRest = false;
  private count = 0;

  constructor(
    private readonly list: ElementList,
    private readonly isLarge: boolean,
    private readonly notes: string[],
  ) {}

  /** Finds the columns, and whether there is anything. */
  async look(): Promise<boolean> {
    for await (const elements of this.list.elements()) {
      for (const element of elements) this.learn(this.valueOf(element));
      if (this.isLarge && this.count >= FIRST_LOOK) {
        this.hasRest = !this.isGrid;
        return true;
      }
    }
    return this.count > 0;
  }

  /** The names of the columns come first, as row 0: the format itself gives them. */
  async *rows(): AsyncGenerator<SourceRow[]> {
    if (!this.isGrid) yield [{ number: 0, cells: this.hasRest ? [...this.columns.keys(), this.rest] : [...this.columns.keys()] }];
    const later = new Set<string>();
    for await (const elements of this.list.elements()) yield elements.map((element) => this.row(element, later));
    if (later.size > 0) this.noteLater(later);
  }

  private get rest(): string {
    return this.columns.has(REST) ? OTHER_REST : REST;
  }

  private learn(value: JsonValue): void {
    if (this.count++ === 0) this.isGrid = Array.isArray(value);
    if (this.isGrid) return;
    const seen = new Set<string>();
    for (const [name] of entriesOf(value)) {
      if (seen.has(name)) this.hasRest = true;
      seen.add(name);
      if (this.columns.has(name)) continue;
      if (this.columns.size >= MOST_COLUMNS) throw new UnreadableTable('对象的键超过 2,000 个，不能做成表；请把键转成行。');
      this.columns.set(name, this.columns.size);
    }
  }

  private row(element: Element, later: Set<string>): SourceRow {
    const value = this.valueOf(element);
    const { number } = element;
    if (this.isGrid) return { number, cells: (Array.isArray(value) ? value : [value]).map((one, at) => checked(one, '', number, at)) };
    const cells: string[] = [];
    const rest: FlatEntry[] = [];
    const filled = new Set<string>();
    for (const entry of entriesOf(value)) {
      const [name, one] = entry;
      const at = this.columns.get(name);
      if (at === undefined || filled.has(name)) {
        rest.push(entry);
        if (at === undefined && later.size < MOST_COLUMNS) later.add(name);
        continue;
      }
      filled.add(name);
      while (cells.length <= at) cells.push('');
      cells[at] = checked(one, name, number, at);
    }
    if (rest.length > 0) {
      while (cells.length < this.columns.size) cells.push('');
      cells.push(checked(jsonText(new JsonObject(rest)), this.rest, number, this.columns.size));
    }
    return { number, cells };
  }

  private valueOf({ number, text }: Element): JsonValue {
    try {
      return parseJson(text);
    } catch (error) {
      if (!(error instanceof JsonSyntax)) throw error;
      throw new UnreadableTable(`第 ${number.toLocaleString('en-US')} ${this.list.unit}不是正确的 JSON：${error.message}；请重新导出。`);
    }
  }

  private noteLater(later: ReadonlySet<string>): void {
    const named = [...later].slice(0, MOST_NAMED).map((name) => `“${name.slice(0, 50)}”`);
    const note = `在前 ${FIRST_LOOK.toLocaleString('en-US')} ${this.list.unit}之后才出现的键（${named.join('、')}${later.size > MOST_NAMED ? ` 等 ${later.size} 个` : ''}），内容以 JSON 放在“${this.rest}”列。`;
    if (!this.notes.includes(note)) this.notes.push(note);
  }
}

const entriesOf = (value: JsonValue): FlatEntry[] => (value instanceof JsonObject ? flatEntries(value) : [[SCALAR, value]]);

function checked(value: JsonValue, name: string, row: number, column: number): string {
  const text = cellText(value);
  if (column >= MOST_COLUMNS)
    throw new UnreadableTable(`第 ${row.toLocaleString('en-US')} 行超过 2,000 列，不能做成表；请拆分，或把列转成行。`);
  if (name === GEOMETRY && text.length <= MOST_GEOMETRY) return text;
  checkCell(text.length, row, column);
  return text;
}
