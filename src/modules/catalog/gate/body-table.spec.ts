import { expect, it } from 'vitest';
import { DocumentInput } from '../record/record.input.js';
import { tableFindings } from './body-table.js';
import { contentParts } from './content-parts.js';

const table = (...rows: string[][]) =>
  `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const found = (body: string) =>
  tableFindings(contentParts({ kind: 'document', input: Object.assign(new DocumentInput(), { body }) })).map(({ masked }) => masked);

it.each([
  ['names beside illnesses', table(['姓名', '病情'], ['张某', '重']), ['“姓名”列和“病情”列']],
  ['each table by itself', `${table(['姓名', '职务'])}<p>说明</p>${table(['病情', '人数'], ['重', '3'])}`, []],
  [
    'two tables',
    `${table(['姓名', '病情'], ['张某', '重'])}<p>又</p>${table(['户主', '低保金额'], ['李某', '1'])}`,
    ['“姓名”列和“病情”列', '“户主”列和“低保金额”列'],
  ],
  ['a sentence', '姓名、病情由本人填写', []],
])('%s', (_, body, masked) => {
  expect(found(body)).toEqual(masked);
});
