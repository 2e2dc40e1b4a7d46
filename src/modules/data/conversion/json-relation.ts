import { open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { quoted } from '../engine/sandbox.js';
import { UnreadableTable } from '../source/sheet-source.js';
import { areFeatures, featureColumns, type JsonColumn, jsonColumns, listPointer } from './json-paths.js';

/** A document that is no line an object is read whole. */
const MOST_WHOLE_BYTES = 128 * 1024 ** 2;
const LOOKED_AT = 5_000;
const LONGEST_OBJECT = 16 * 1024 ** 2;
const BOM = `chr(65279)`;

/** Objects as rows of text: an expression for each column, over a relation with their line. */
export interface JsonRelation {
  relation: string;
  columns: { name: string; sql: string }[];
  notes: string[];
}

/**
 * Reads JSON (a list, or an object with one), JSON Lines and GeoJSON as rows of text. DuckDB takes the objects apart, so
 * that no number goes through a double. @throws UnreadableTable
 */
export async function jsonRelation(connection: DuckDBConnection, file: string, format: string, folder: string): Promise<JsonRelation> {
  const objects = path.join(folder, 'objects.parquet');
  const lines = format === 'jsonl' || (await isLineEach(file)) ? linesOf(file) : await membersOf(file);
  await connection.run(`COPY (${lines}) TO ${quoted(objects)} (FORMAT parquet)`).catch((error: Error) => {
    if (/maximum line size|max_line_size/i.test(error.message))
      throw new UnreadableTable(`有一个对象超过 ${LONGEST_OBJECT / 1024 ** 2} MB`);
    throw new UnreadableTable('文件不是 UTF-8 编码的 JSON；请检查编码、括号、引号和逗号');
  });
  const relation = `read_parquet(${quoted(objects)})`;
  const bad = await connection.runAndReadAll(
    `SELECT line FROM ${relation} WHERE NOT json_valid(json) OR json_type(CASE WHEN json_valid(json) THEN json END) != 'OBJECT' ORDER BY line LIMIT 1`,
  );
  const [wrong] = bad.getRows();
  if (wrong) throw new UnreadableTable(`第 ${Number(wrong[0])} 个对象不是正确的 JSON 对象；请检查括号、引号和逗号`);
  const looked = await connection.runAndReadAll(`SELECT json FROM ${relation} ORDER BY line LIMIT ${LOOKED_AT}`);
  const sample = looked.getRows().map(([json]) => JSON.parse(String(json)) as unknown);
  if (sample.length === 0) throw new UnreadableTable('文件里没有对象，没有可以转换的内容');
  const known = areFeatures(sample) ? featureColumns(sample) : jsonColumns(sample);
  const late = await lateColumns(connection, relation, known, areFeatures(sample) ? '/properties' : '');
  const notes =
    late.length > 0
      ? [
          `有的字段在前 ${LOOKED_AT} 个对象之后才出现，也已保存：${late
            .map(({ name }) => name)
            .join('、')
            .slice(0, 200)}`,
        ]
      : [];
  return { relation, columns: [...known, ...late].map((each) => ({ name: each.name, sql: valueSql(each) })), notes };
}

/** A line an object, read as text by DuckDB, which never has to guess a type. */
function linesOf(file: string): string {
  const raw = `read_csv(${quoted(file)}, columns = {'json': 'VARCHAR'}, header = false, auto_detect = false, delim = E'\\x01', quote = '', escape = '',
    max_line_size = ${LONGEST_OBJECT}, buffer_size = ${LONGEST_OBJECT * 2})`;
  return `SELECT row_number() OVER () AS line, ltrim(json, ${BOM}) AS json FROM ${raw} WHERE trim(json) NOT IN ('', 'null')`;
}

/** The members of the list in a document. @throws UnreadableTable */
async function membersOf(file: string): Promise<string> {
  const { size } = await stat(file);
  if (size > MOST_WHOLE_BYTES)
    throw new UnreadableTable(
      `JSON 文件超过 ${MOST_WHOLE_BYTES / 1024 ** 2} MB；请改为每行一个对象的 JSON Lines（.jsonl），或 csv、Parquet`,
    );
  const pointer = listPointer(parsed((await readFile(file, 'utf8')).replace(/^\ufeff/, '')));
  if (pointer === undefined)
    throw new UnreadableTable('JSON 里没有对象的列表，不知道什么是一行；应为 [{…}, {…}]，或其中一个成员是这样的列表');
  const whole = `ltrim(content, ${BOM})`;
  const list = pointer === '' ? whole : `json_extract(${whole}, ${quoted(pointer)})`;
  return `SELECT generate_subscripts(members, 1) AS line, unnest(members)::VARCHAR AS json FROM (SELECT json_extract(${list}, '$[*]') AS members FROM read_text(${quoted(file)}))`;
}

/** Fields of the objects that none of the first ones has. */
async function lateColumns(
  connection: DuckDBConnection,
  relation: string,
  known: readonly JsonColumn[],
  under: string,
): Promise<JsonColumn[]> {
  const keys = under === '' ? 'json_keys(json)' : `json_keys(json, ${quoted(under)})`;
  const found = await connection.runAndReadAll(`SELECT DISTINCT unnest(${keys}) AS key FROM ${relation} ORDER BY key LIMIT 10000`);
  const tops = new Set(known.map(({ pointer }) => pointer.slice(under.length).split('/')[1]));
  const late = found
    .getRows()
    .map(([key]) => String(key))
    .filter((key) => !tops.has(key.replaceAll('~', '~0').replaceAll('/', '~1')));
  return jsonColumns([Object.fromEntries(late.map((key) => [key, 0]))]).map((column) => ({
    ...column,
    pointer: under + column.pointer,
    joined: false,
  }));
}

function valueSql({ pointer, joined, onlyPoints }: JsonColumn): string {
  const at = quoted(pointer);
  const plain = `json_extract_string(json, ${at})`;
  if (onlyPoints) return `CASE WHEN json_extract_string(json, '/geometry/type') = 'Point' THEN ${plain} END`;
  if (!joined) return plain;
  return `CASE json_type(json, ${at}) WHEN 'ARRAY' THEN array_to_string(json_extract_string(json_extract(json, ${at}), '$[*]'), '；') ELSE ${plain} END`;
}

/** Whether the first two lines are an object each. */
async function isLineEach(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024 * 1024), 0, 1024 * 1024, 0);
    const [first = '', second = ''] = buffer
      .subarray(0, bytesRead)
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/);
    return isObject(first) && isObject(second);
  } finally {
    await handle.close();
  }
}

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return value !== null && typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const place = /position (\d+)/.exec((error as Error).message)?.[1];
    throw new UnreadableTable(`JSON 有语法错误${place ? `，在第 ${Number(place) + 1} 个字符附近` : ''}；请检查括号、引号和逗号`);
  }
}
