import { expect, it } from 'vitest';
import { inUsualOrder, usualPlace } from './usual-order.js';

it('lists the government first, its office next, then departments as the State Council lists its own', () => {
  const names = [
    '澜川市交通运输局',
    '澜川市财政局',
    '澜川市人民政府',
    '澜川市教育局',
    '澜川市人民政府办公室',
    '澜川市发展和改革委员会',
    '甲公司',
    '乙公司',
  ];
  expect(inUsualOrder(names.map((name) => ({ name }))).map(({ name }) => name)).toEqual([
    '澜川市人民政府',
    '澜川市人民政府办公室',
    '澜川市发展和改革委员会',
    '澜川市教育局',
    '澜川市财政局',
    '澜川市交通运输局',
    '甲公司',
    '乙公司',
  ]);
});

it.each([
  ['住房和城乡建设局', '住房公积金管理中心'],
  ['文化旅游和体育局', '体育局'],
  ['数据和政务服务局', '退役军人事务局办公室'],
])('%s is not taken for %s', (one, other) => {
  expect(usualPlace(one)).not.toBe(usualPlace(other));
});
