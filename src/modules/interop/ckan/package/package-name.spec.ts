import { describe, expect, it } from 'vitest';
import { identifierOfName, nameOf } from './package-name.js';

describe('names of packages', () => {
  it.each([
    ['full-ds', 'full-ds'],
    ['a_b', 'a_b'],
    ['a_ab', 'a_5fab'],
    ['LC.1', '_4c_43_2e1'],
    ['a', '_61'],
    ['公积金', '_e5_85_ac_e7_a7_af_e9_87_91'],
    ['x'.repeat(150), 'x'.repeat(150)],
  ])('%s is %s', (identifier, name) => {
    expect(nameOf(identifier)).toBe(name);
    expect(identifierOfName(name)).toBe(identifier);
  });

  it('leaves alone what is nobody’s name', () => {
    for (const text of ['_ff', 'a_61', '公积金_61', '']) expect(identifierOfName(text)).toBe(text);
  });

  it('comes back, is never that of another, and has only letters that CKAN allows', () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    const letters = ['_', '_', 'a', 'f', '5', '6', '1', '-', 'Z', '.', '/', ' ', '公', '\u{1F600}', '%', 'g'];
    const names = new Map<string, string>();
    for (let round = 0; round < 20_000; round++) {
      const identifier = Array.from({ length: 1 + random(8) }, () => letters[random(letters.length)]).join('');
      const name = nameOf(identifier);
      expect(name).toMatch(/^[a-z0-9_-]{2,}$/);
      expect(identifierOfName(name)).toBe(identifier);
      expect(names.get(name) ?? identifier).toBe(identifier);
      names.set(name, identifier);
    }
  });
});
