import { expect, it } from 'vitest';
import { type QualityAspect, qualityFacts, type QualitySubject } from './quality-facts.js';

const BARE: QualitySubject = { items: [], formats: [], resources: [] };
const UNJUDGED = { tables: 0, cycle: { state: 'unjudged' } } as const;
const standing = (aspect: QualityAspect, subject: Partial<QualitySubject>, facts: Parameters<typeof qualityFacts>[1] = UNJUDGED) =>
  qualityFacts({ ...BARE, ...subject }, facts).find((each) => each.aspect === aspect);

it.each([
  ['dictionary', {}, 'unmet'],
  ['dictionary', { items: [{ name: '区县' }] }, 'unmet'],
  ['dictionary', { items: [{ name: '区县', type: 'C', description: '所在区县' }, { name: '金额' }] }, 'partly'],
  ['dictionary', { items: [{ name: '区县', type: 'C', description: '所在区县' }] }, 'met'],
  ['readable', {}, 'unjudged'],
  ['readable', { formats: ['pdf'] }, 'unmet'],
  ['readable', { formats: ['xlsx', 'pdf'] }, 'partly'],
  ['readable', { formats: ['xlsx'], resources: [{ format: 'CSV' }] }, 'met'],
  ['interface', {}, 'unmet'],
  ['licence', {}, 'unmet'],
  ['licence', { openCondition: '仅限研究' }, 'partly'],
  ['licence', { license: 'CC0-1.0' }, 'met'],
  ['timely', {}, 'unjudged'],
  ['contact', { contact: { phone: null, email: '' } }, 'unmet'],
  ['contact', { contact: { phone: '0523-12345' } }, 'met'],
] as const)('%s of %j is %s (domain 9.6 u1–u4, 9.5 t1)', (aspect, subject, expected) => {
  expect(standing(aspect, subject)?.standing).toBe(expected);
});

it('tables make any file readable and give it an interface', () => {
  const tables = { ...UNJUDGED, tables: 1 };
  expect(standing('readable', { formats: ['pdf'] }, tables)?.standing).toBe('met');
  expect(standing('interface', {}, tables)?.standing).toBe('met');
});

it.each([
  [{ state: 'kept', dueOn: '2026-01-01' }, 'met'],
  [{ state: 'due', dueOn: '2026-01-01', graceUntil: '2026-01-11' }, 'partly'],
  [{ state: 'overdue', dueOn: '2026-01-01', days: 12 }, 'unmet'],
] as const)('%j is %s', (cycle, expected) => {
  expect(standing('timely', {}, { tables: 0, cycle })?.standing).toBe(expected);
});

it('counts what the dictionary tells', () => {
  const items = [{ name: '甲', type: 'C', description: '一' }, { name: '乙' }];
  expect(standing('dictionary', { items })?.counted).toEqual({ met: 1, of: 2 });
});
