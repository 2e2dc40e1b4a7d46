import type { Finding } from './finding.js';
import { readingOf } from './reading/reading.js';

/** A column of names of persons; a contact or a head of an office is named by duty. */
const NAME = /(?:姓名|户主|申请人|患者|被救助人)$/;
/** What must not stand beside a name (domain: 身份证、电话、病情、低保、残疾、学籍、工资). */
const SENSITIVE = /身份证|身份号码|证件号|电话|手机|联系方式|病情|病种|病名|疾病|诊断|低保|残疾|残障|学籍|工资|薪酬|薪资/;
const OFFICE = /办公|单位|公司|咨询|服务|监督|值班|投诉|举报|热线|公开电话/;
/** A title and notes may stand above the header. */
const MOST_ROWS_ABOVE = 20;
const MASKED = /[*＊×✕]{2,}/;

interface Columns {
  name: Column;
  sensitive: Column[];
}

interface Column {
  index: number;
  title: string;
}

/** The columns of a header that must not stand together; undefined for any other row. Pure. */
export function namedColumns(cells: readonly string[]): Columns | undefined {
  const titles = Array.from(cells, (cell, index) => ({ index, title: readingOf(cell ?? '').text.replace(/\s/g, '') })).filter(
    ({ title }) => title !== '' && title.length <= 20,
  );
  const name = titles.find(({ title }) => NAME.test(title));
  const sensitive = titles.filter(({ title, index }) => index !== name?.index && SENSITIVE.test(title) && !OFFICE.test(title));
  return name && sensitive.length > 0 ? { name, sensitive } : undefined;
}

/** Watches the rows of tables go by: one finding for a table that names persons beside what is nobody's business. */
export class NameColumnRule {
  private table: string | undefined;
  private rows = 0;
  private columns: Columns | undefined;
  private found = false;

  /** @param place where the row stands, for the finding */
  row(table: string, cells: readonly string[], place: string): Finding | undefined {
    if (table !== this.table) Object.assign(this, { table, rows: 0, columns: undefined, found: false });
    if (this.found) return undefined;
    this.rows++;
    if (!this.columns) {
      if (this.rows <= MOST_ROWS_ABOVE) this.columns = namedColumns(cells);
      return undefined;
    }
    const { name, sensitive } = this.columns;
    const shown = (column: Column) => {
      const cell = cells[column.index]?.trim() ?? '';
      return cell !== '' && cell !== '无' && !MASKED.test(cell);
    };
    const beside = sensitive.find(shown);
    if (beside === undefined || !shown(name)) return undefined;
    this.found = true;
    return finding(name.title, beside.title, place);
  }
}

function finding(name: string, sensitive: string, field: string): Finding {
  return {
    rule: 'nameWithSensitiveColumn',
    severity: 'block',
    field,
    start: 0,
    end: 0,
    masked: `“${name}”列和“${sensitive}”列`,
    message: `表格把“${name}”和“${sensitive}”列在一起：请删去其中一列，或隐去部分字；依法应当公示的，由审查员写明依据`,
    basis: '《个人信息保护法》第二十五条、第二十八条',
  };
}
