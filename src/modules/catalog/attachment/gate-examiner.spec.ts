import { expect, it } from 'vitest';
import { GateExaminer } from './gate-examiner.js';

/** What is found in rows of a table, each read as its reader writes it. */
function found(...rows: string[][]): string[] {
  const examiner = new GateExaminer([]);
  rows.forEach((cells, index) =>
    examiner.add({ place: `第 ${index + 1} 行`, text: cells.filter((cell) => cell !== '').join(' | '), row: { table: '', cells } }),
  );
  return examiner.take().map(({ rule, severity, field }) => `${rule} ${severity} ${field}`);
}

it.each<[string, string[][], string[]]>([
  [
    'a number in one cell',
    [
      ['序号', '号码'],
      ['1', '11010519491231002X'],
    ],
    ['identityNumber block 第 2 行'],
  ],
  ['a number over several cells', [['甲'], ['1', '110105', '19491231', '002X']], ['identityNumber block 第 2 行']],
  ['a mobile number over several cells', [['张三', '138', '0013', '8000']], ['mobile block 第 1 行']],
  ['a card over several cells', [['张三', '', '6222', '0202', '0011', '2233', '446']], ['bankCard block 第 1 行']],
  [
    'a label beside its value',
    [
      ['标题', '甲'],
      ['密级', '機　密'],
    ],
    ['secrecyMark forbidden 第 2 行'],
  ],
  ['a mark in a cell of its own', [['甲', '秘密', '2020']], ['secrecyMark forbidden 第 1 行']],
  [
    'a table about secrecy',
    [
      ['密级', '绝密', '机密', '秘密'],
      ['期限', '30年', '20年', '10年'],
    ],
    [],
  ],
  [
    'a table of figures',
    [
      ['2015', '150', '1203', '4500'],
      ['2016', '151', '1304', '4601'],
    ],
    [],
  ],
])('%s', (_, rows, findings) => {
  expect(found(...rows)).toEqual(findings);
});
