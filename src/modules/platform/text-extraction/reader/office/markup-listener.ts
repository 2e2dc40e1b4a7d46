import type { XmlListener } from '../../../reading/index.js';
import type { TextPart } from '../../text-part.js';
import { rowText } from '../csv-reader.js';
import { attributeTexts, formulaText, tells } from './telling.js';

/** What a part is to readers. */
export interface PartPlace {
  place: string;
  /** Paragraphs of a long text are numbered. */
  numbered?: boolean;
  /** Nothing of it stands in the document itself. */
  aside?: boolean;
}

/** Elements with the words of a block. */
const WORDS = new Set(['t', 'delText', 'text']);
/** What holds runs that belong together; one may stand in another, as a text box does in a paragraph. */
const BLOCKS = new Set(['p', 'si', 'is', 'comment', 'threadedComment', 'cm', 'rt', 'rPh']);
/** What a field or a formula is told to do. */
const ORDERS = new Set(['instrText', 'delInstrText', 'f', 'formula', 'formula1', 'formula2', 'definedName', 'sqref']);
/** Measures and names for programs. */
const MEASURES = new Set([
  ...['posOffset', 'align', 'pctWidth', 'pctHeight', 'pctPosHOffset', 'pctPosVOffset', 'attrName', 'formatCode', 'pt', 'Anchor'],
  ...['Row', 'Column', 'fmla', 'idx', 'lpstr', 'i4', 'col', 'row', 'colOff', 'rowOff', 'AbbreviatedData'],
]);
/** Numbers, and what is on or off. */
const SETTING = /^([\d.,eE+%-]+|true|false)$/i;
/** Headers and footers of sheets, with codes such as `&C`. */
const HEADERS = /^(odd|even|first)(Header|Footer)$/;
const HEADER_CODE = /&(?:"[^"]*"|K[\dA-F+-]{6}|\d{1,2}(?!\d)|[A-Z])/gi;
const MOST_REMEMBERED = 5_000;

/**
 * The text of any part of an office document. WordprocessingML and DrawingML name paragraphs and tables alike; of what is
 * unknown every text is read. Deleted text of a tracked change is read too: whoever opens the file can see it.
 */
export class MarkupListener implements XmlListener<TextPart> {
  /** Characters that readers of the document see as text. */
  characters = 0;
  private parts: TextPart[] = [];
  private readonly elements: string[] = [];
  private readonly blocks: string[] = [];
  private loose = '';
  private order = '';
  private readonly told = new Set<string>();
  /** Depth of nested tables: only the outermost has rows of its own. */
  private depth = 0;
  private tables = 0;
  private row = 0;
  private cells: string[] = [];
  private paragraph = 0;

  constructor(private readonly at: PartPlace) {}

  open(name: string, attributes: Record<string, string>): void {
    this.sayLoose();
    this.elements.push(name);
    for (const { text, shown } of attributeTexts(name, attributes)) this.sayOnce(text, !shown);
    if (BLOCKS.has(name)) this.blocks.push('');
    else if (name === 'tab') this.add('\t');
    else if (name === 'br' || name === 'cr') this.add('\n');
    else if (name === 'noBreakHyphen') this.add('-');
    else if (name === 'tbl') this.openTable();
    else if (name === 'tr' && this.depth === 1) this.cells = [];
    else if (name === 'tc' && this.depth === 1) this.cells.push('');
  }

  text(text: string): void {
    const name = this.elements.at(-1)!;
    if (ORDERS.has(name)) this.order += text;
    else if (this.blocks.length > 0 && WORDS.has(name)) {
      if (name !== 'text' || text.trim() !== '') this.add(text);
    } else this.loose += text;
  }

  close(name: string): void {
    this.sayLoose();
    this.elements.pop();
    if (BLOCKS.has(name)) this.closeBlock();
    else if (name === 'tbl') this.depth--;
    else if (name === 'tr' && this.depth === 1) this.closeRow();
    if (this.order !== '' && this.blocks.length === 0) this.sayOrder();
  }

  take(): TextPart[] {
    return this.parts.splice(0);
  }

  private add(text: string): void {
    if (this.blocks.length > 0) this.blocks[this.blocks.length - 1] += text;
  }

  private openTable(): void {
    this.depth++;
    if (this.depth > 1) return;
    this.tables++;
    this.row = 0;
  }

  private closeBlock(): void {
    // A field stands in a paragraph, cut into runs as its text is.
    if (this.order !== '') this.sayOrder();
    const text = (this.blocks.pop() ?? '').trim();
    if (text === '') return;
    if (!this.at.aside) this.characters += text.length;
    if (this.depth === 0 || this.cells.length === 0) {
      const number = this.at.numbered ? `第 ${++this.paragraph} 段` : '';
      this.say(text, false, this.at.place + number);
    } else this.cells[this.cells.length - 1] += (this.cells.at(-1) === '' ? '' : '\n') + text;
  }

  private closeRow(): void {
    this.row++;
    const table = `${this.at.place}表格 ${this.tables}`;
    const part: TextPart = { place: `${table}第 ${this.row} 行`, text: rowText(this.cells), row: { table, cells: this.cells } };
    this.parts.push(this.at.aside ? { ...part, aside: true } : part);
    this.cells = [];
  }

  /** Text that stands in no block: in charts, properties and what is unknown. */
  private sayLoose(): void {
    if (this.loose === '') return;
    const name = this.elements.at(-1)!;
    const text = (HEADERS.test(name) ? this.loose.replace(HEADER_CODE, ' ') : this.loose).trim();
    this.loose = '';
    if (text === '') return;
    if (MEASURES.has(name)) {
      if (tells(text)) this.sayOnce(text, true);
      return;
    }
    const aside = SETTING.test(text) || name === 'author';
    if (!aside && !this.at.aside) this.characters += text.length;
    this.say(text, aside);
  }

  private sayOrder(): void {
    const text = formulaText(this.order);
    this.order = '';
    if (text !== '') this.say(text, true);
  }

  /** Names of styles and shapes come back at every turn. */
  private sayOnce(text: string, aside: boolean): void {
    if (this.told.has(text)) return;
    if (this.told.size < MOST_REMEMBERED) this.told.add(text);
    this.say(text, aside);
  }

  private say(text: string, aside: boolean, place = this.at.place): void {
    this.parts.push(aside || this.at.aside ? { place, text, aside: true } : { place, text });
  }
}
