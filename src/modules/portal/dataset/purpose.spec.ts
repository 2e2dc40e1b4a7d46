import { expect, it } from 'vitest';
import { purposeOf } from './purpose.js';

it.each([
  [null, undefined],
  ['  ', undefined],
  ['全市公积金贷款。每月更新。', { sentence: '全市公积金贷款。', more: true }],
  ['全市公积金贷款', { sentence: '全市公积金贷款', more: false }],
  ['全市公积金贷款。', { sentence: '全市公积金贷款。', more: false }],
  ['PM2.5 hourly. By station.', { sentence: 'PM2.5 hourly.', more: true }],
  ['第一行\n第二行', { sentence: '第一行', more: true }],
])('the first sentence of %j is %j', (abstract, purpose) => {
  expect(purposeOf(abstract)).toEqual(purpose);
});

it('cuts a long sentence at its last pause, or anywhere', () => {
  expect(purposeOf(`${'长'.repeat(90)}，${'长'.repeat(90)}。`)).toEqual({ sentence: `${'长'.repeat(90)}…`, more: true });
  const endless = purposeOf('𠮷'.repeat(10_000))!;
  expect([...endless.sentence]).toHaveLength(120);
  expect(endless.sentence).toMatch(/^𠮷+…$/u);
});
