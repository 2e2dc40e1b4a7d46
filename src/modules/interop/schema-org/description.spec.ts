import { describe, expect, it } from 'vitest';
import type { Statement } from '../mapping/crosswalk.js';
import { descriptionOf } from './description.js';

const said = (facts: Record<string, unknown[]>) =>
  Object.entries(facts).map(([fact, values]) => ({ fact, values }) as unknown as Statement);
const of = (facts: Record<string, unknown[]>) =>
  descriptionOf(said({ identifier: ['x'], title: ['空'], ...facts }), 'dataset', 'http://h/id/x');

describe('descriptions of records', () => {
  it('are the abstract when it says enough', () => {
    const abstract = '各区县按月发放的贷款笔数和金额，'.repeat(4);
    expect(of({ abstract: [abstract] })).toBe(abstract);
  });

  it.each([[{}], [{ abstract: ['短'] }], [{ agents: [{ name: '甲局' }] }]])('with %j have fifty signs, none made up', (facts) => {
    const description = of(facts);
    expect([...description].length).toBeGreaterThanOrEqual(50);
    expect(description).not.toMatch(/undefined|null/);
  });

  it('are cut at whole signs', () => {
    const description = of({ abstract: ['𠮷'.repeat(6000)] });
    expect([...description]).toHaveLength(5000);
    expect(description.endsWith('𠮷…')).toBe(true);
  });
});
