import { describe, expect, it } from 'vitest';
import { NameColumnRule } from './name-column.js';

function found(rows: string[][], table = 'a', rule = new NameColumnRule()) {
  return rows.flatMap((cells, index) => rule.row(table, cells, `第 ${index + 1} 行`) ?? []);
}

describe('names beside sensitive columns', () => {
  it.each<[string, string[][], string | null]>([
    [
      'an identity number',
      [
        ['序号', '姓名', '身份证号码'],
        ['1', '张某', '1'],
      ],
      '“姓名”列和“身份证号码”列',
    ],
    ['under a title', [['2024年救助名单'], [], ['学生姓名', '学籍号'], ['李某', '2']], '“学生姓名”列和“学籍号”列'],
    [
      'spaces in the header',
      [
        ['姓 名', '联系 电话'],
        ['张某', '3'],
      ],
      '“姓名”列和“联系电话”列',
    ],
    [
      'a header in traditional signs, with blanks that are none',
      [
        ['姓\u3000名', '身份證\u200b號碼'],
        ['張某', '1'],
      ],
      '“姓名”列和“身份证号码”列',
    ],
    [
      'the column that is filled in',
      [
        ['姓名', '手机', '病情'],
        ['张某', '', '重'],
        ['李某', '1', '重'],
      ],
      '“姓名”列和“病情”列',
    ],
    [
      'wages',
      [
        ['户主', '工资收入'],
        ['张某', '3000'],
      ],
      '“户主”列和“工资收入”列',
    ],
    [
      'masked numbers',
      [
        ['姓名', '身份证号'],
        ['张某', '110105********002X'],
      ],
      null,
    ],
    [
      'no values',
      [
        ['姓名', '残疾等级'],
        ['张某', ''],
        ['李某', '无'],
      ],
      null,
    ],
    [
      'an office',
      [
        ['姓名', '办公电话'],
        ['张某', '0523-1'],
      ],
      null,
    ],
    [
      'a contact',
      [
        ['单位名称', '联系人', '联系电话'],
        ['一中', '张某', '1'],
      ],
      null,
    ],
    [
      'a template of data items',
      [
        ['信息项', '姓名'],
        ['类型', '字符'],
      ],
      null,
    ],
    [
      'the name of a place',
      [
        ['学校名称', '招生电话'],
        ['一中', '1'],
      ],
      null,
    ],
    ['a sentence that is no header', [['请在本表填写姓名、身份证号和联系电话等信息，并由本人签字确认'], ['张某', '1']], null],
  ])('%s', (_, rows, masked) => {
    expect(found(rows).map((finding) => finding.masked)).toEqual(masked === null ? [] : [masked]);
  });

  it('are told once a table, with the place of the first row', () => {
    const rule = new NameColumnRule();
    const rows = [
      ['姓名', '低保金额'],
      ['张某', '1'],
      ['李某', '2'],
    ];
    expect([...found(rows, 'a', rule), ...found(rows, 'b', rule)]).toMatchObject([
      { field: '第 2 行', severity: 'block' },
      { field: '第 2 行', severity: 'block' },
    ]);
  });
});
