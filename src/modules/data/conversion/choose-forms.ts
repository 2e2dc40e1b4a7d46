import type { DuckDBConnection } from '@duckdb/node-api';
import { formsFor, isCodeName } from '../sniff/guess-columns.js';
import { INTEGER, isValueSql, MOST_SCALE, TEXT, type ValueForm } from '../sniff/value-form.js';

/** Forms a column may have are looked for among this many of its different values in the first rows. */
const LOOKED_AT = 200;
const FIRST_ROWS = 20_000;
/** Columns asked about in one statement. */
const AT_ONCE = 40;
const SHOWN = 40;

/** A column of staged text. */
export interface TextColumn {
  /** As SQL has it. */
  column: string;
  name: string;
  /** For people, from 1. */
  place: number;
}

interface Candidates extends TextColumn {
  index: number;
  total: number;
  forms: ValueForm[];
}

/** The form of each column that all its rows have; text where there is none, with a sentence why when it nearly was another. */
export async function chooseForms(
  connection: DuckDBConnection,
  relation: string,
  columns: readonly TextColumn[],
): Promise<{ forms: ValueForm[]; notes: string[] }> {
  const forms: ValueForm[] = columns.map(() => TEXT);
  const notes: string[] = [];
  const open = columns.flatMap((column, index) => (isCodeName(column.name) ? [] : [{ ...column, index }]));
  for (let start = 0; start < open.length; start += AT_ONCE) {
    const candidates = await candidatesOf(connection, relation, open.slice(start, start + AT_ONCE));
    const asked = candidates.flatMap(({ column, forms: some }) =>
      some.map((form) => `count(${form.sql(column)}) FILTER (WHERE ${isValueSql(column)})`),
    );
    if (asked.length === 0) continue;
    const [counts] = await rowsOf(connection, `SELECT ${asked.join(', ')} FROM ${relation}`);
    let next = 0;
    for (const each of candidates) {
      const fitting = each.forms.map(() => Number(counts![next++]));
      const whole = fitting.indexOf(each.total);
      if (whole >= 0) forms[each.index] = each.forms[whole]!;
      else if (fitting.length > 0) {
        const most = fitting.indexOf(Math.max(...fitting));
        if (fitting[most]! * 2 >= each.total)
          notes.push(await reason(connection, relation, each, each.forms[most]!, each.total - fitting[most]!));
      }
    }
  }
  return { forms, notes };
}

/** Forms that some values of each column have, the plainest first. */
async function candidatesOf(
  connection: DuckDBConnection,
  relation: string,
  columns: readonly (TextColumn & { index: number })[],
): Promise<Candidates[]> {
  const [summary] = await rowsOf(
    connection,
    `SELECT ${columns.map(({ column }) => `count(*) FILTER (WHERE ${isValueSql(column)}), max(length(regexp_extract(${column}, '[.．]([0-9０-９]+)', 1)))`).join(', ')} FROM ${relation}`,
  );
  const [looks] = await rowsOf(
    connection,
    `SELECT ${columns.map(({ column }) => `array_to_string(list_slice(list(DISTINCT ${column}) FILTER (WHERE ${isValueSql(column)}), 1, ${LOOKED_AT}), chr(30))`).join(', ')}
       FROM (SELECT * FROM ${relation} LIMIT ${FIRST_ROWS})`,
  );
  return columns.flatMap((each, place) => {
    const total = Number(summary![place * 2]);
    if (total === 0) return [];
    const scale = Math.min(Number(summary![place * 2 + 1] ?? 0), MOST_SCALE + 1);
    const values = typeof looks![place] === 'string' && looks![place] !== '' ? looks![place].split('\u001e') : undefined;
    const all = formsFor(each.name, scale);
    return [{ ...each, total, forms: values ? all.filter((form) => values.some((text) => form.accepts(text))) : all }];
  });
}

/** Why a column that is nearly all of a form is text, naming the first cell that is not. */
async function reason(
  connection: DuckDBConnection,
  relation: string,
  { column, name, place }: TextColumn,
  form: ValueForm,
  others: number,
): Promise<string> {
  const [row] = await rowsOf(
    connection,
    `SELECT line, ${column} FROM ${relation} WHERE ${isValueSql(column)} AND ${form.sql(column)} IS NULL ORDER BY line LIMIT 1`,
  );
  const [line, text] = row!;
  const shown = String(text).length > SHOWN ? `${String(text).slice(0, SHOWN)}…` : String(text);
  const more = others > 1 ? `（这样的还有 ${(others - 1).toLocaleString('en')} 处）` : '';
  const what = form === INTEGER && /^0\d/.test(String(text)) ? '以 0 开头' : `不是${form.label}`;
  return `第 ${Number(line).toLocaleString('en')} 行第 ${place} 列（${name}）：“${shown}”${what}${more}，整列按文本保存`;
}

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<unknown[][]> {
  return (await connection.runAndReadAll(sql)).getRows();
}
