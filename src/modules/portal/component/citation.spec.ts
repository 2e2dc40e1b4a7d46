import { expect, it } from 'vitest';
import type { AnyRecord } from '../../catalog/index.js';
import { citation } from './citation.js';

const document = {
  kind: 'document',
  title: '关于甲的通知',
  issuer: ['乙局'],
  publishedOn: '2024-05-14',
  documentNumber: '乙发〔2024〕4号',
};
const at = { url: 'https://a.gov.cn/documents/1', today: '2026-11-26' };

it.each([
  [document, '乙局. 关于甲的通知: 乙发〔2024〕4号[EB/OL]. (2024-05-14)[2026-11-26]. https://a.gov.cn/documents/1.'],
  [
    { ...document, issuer: ['甲', '乙', '丙', '丁'], documentNumber: null },
    '甲，乙，丙，等. 关于甲的通知[EB/OL]. (2024-05-14)[2026-11-26]. https://a.gov.cn/documents/1.',
  ],
  [
    { ...document, issuer: [], publishedOn: null, writtenOn: '2024-05', documentNumber: null },
    '丙市. 关于甲的通知[EB/OL]. (2024-05)[2026-11-26]. https://a.gov.cn/documents/1.',
  ],
  [{ kind: 'dataset', title: '数据\n一', provider: '丁局' }, '丁局. 数据 一[DS/OL]. [2026-11-26]. https://a.gov.cn/documents/1.'],
])('%j', (record, expected) => {
  expect(citation(record as AnyRecord, { ...at, organ: '丙市' })).toBe(expected);
});
