import { describe, expect, it } from 'vitest';
import { isAllowedOrigin, isOwnHost, originsOf, type OwnPlace } from './origin-gate.js';

const place: OwnPlace = {
  site: 'https://data.lanchuan.example',
  host: '127.0.0.1',
  origins: originsOf('https://a.example, http://b.example:8080'),
};

describe('isOwnHost', () => {
  it.each([
    ['data.lanchuan.example', true],
    ['DATA.lanchuan.example:443', true],
    ['data.lanchuan.example.', true],
    ['localhost:3000', true],
    ['127.0.0.1:3000', true],
    ['[::1]:3000', true],
    ['evil.example', false],
    ['data.lanchuan.example.evil.example', false],
    ['evil.example@127.0.0.1', true],
    ['10.0.0.8', false],
    ['', false],
    [undefined, false],
    ['a b', false],
  ])('%s: %s', (host, expected) => {
    expect(isOwnHost(host, place)).toBe(expected);
  });

  it('takes addresses in figures where every address is listened on, and no other names', () => {
    const everywhere = { ...place, host: '0.0.0.0' };
    expect(['10.0.0.8:3000', '[fd00::8]', 'evil.example'].map((host) => isOwnHost(host, everywhere))).toEqual([true, true, false]);
  });
});

describe('isAllowedOrigin', () => {
  it.each([
    [undefined, true],
    ['https://data.lanchuan.example', true],
    ['http://data.lanchuan.example', false],
    ['http://127.0.0.1:3000', true],
    ['http://127.0.0.1:3001', false],
    ['https://a.example', true],
    ['http://a.example', false],
    ['http://b.example:8080', true],
    ['null', false],
    ['', false],
    ['https://evil.example', false],
    ['file://', false],
  ])('%s: %s', (origin, expected) => {
    expect(isAllowedOrigin(origin, '127.0.0.1:3000', place)).toBe(expected);
  });
});
