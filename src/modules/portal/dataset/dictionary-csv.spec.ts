import { expect, it } from 'vitest';
import { dictionaryCsv } from './dictionary-csv.js';

it('quotes what must be quoted and lets no spreadsheet calculate', () => {
  const items = [
    { name: '金额', type: 'N', length: '12,2', description: '单位："万元"\n含税' },
    { name: '=1+1', type: null },
  ];
  expect(dictionaryCsv(items, ['名称', '类型', '长度', '说明'])).toBe(
    '\uFEFF名称,类型,长度,说明\r\n金额,N,"12,2","单位：""万元""\n含税"\r\n\'=1+1,,,\r\n',
  );
});
