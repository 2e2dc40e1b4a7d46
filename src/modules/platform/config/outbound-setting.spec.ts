import { describe, expect, it } from 'vitest';
import { loadConfig } from './config.js';
import { insideAllowed, portRanges } from './outbound-setting.js';

describe('OUTBOUND_ALLOW', () => {
  it('takes names, addresses and networks', () => {
    const { names, networks } = insideAllowed(' Files.Inner.example , 10.1.0.0/16,[fd00::1], 档案.example.,127.0.0.1');
    expect([...names]).toEqual(['files.inner.example', new URL('http://档案.example').hostname]);
    expect(['10.1.2.3', '10.2.0.1', '127.0.0.1', '127.0.0.2'].map((address) => networks.check(address))).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(['fd00::1', 'fd00::2'].map((address) => networks.check(address, 'ipv6'))).toEqual([true, false]);
  });

  it.each([
    '10.0.0.0/33',
    '10.0.0.0/8/8',
    '10.0.0.0/x',
    'fd00::/129',
    'http://a',
    'a:80',
    'a/8',
    '10.0.0',
    '0x7f.1',
    '*.a',
    'a b',
    'fe80::1%eth0',
  ])('refuses %j', (text) => expect(() => insideAllowed(`a.example,${text}`)).toThrow(text));
});

describe('OUTBOUND_PORTS', () => {
  it('takes ports and ranges', () => {
    expect(portRanges('8080, 9000-9100')).toEqual([
      [8080, 8080],
      [9000, 9100],
    ]);
    expect(portRanges('')).toEqual([]);
  });

  it.each(['0', '65536', '9100-9000', 'http', '-1', '80-'])('refuses %j', (text) => expect(() => portRanges(text)).toThrow(text));
});

it('is looked at when the settings are read', () => {
  expect(() => loadConfig({ OUTBOUND_ALLOW: '10.0.0.0/99' })).toThrow(/OUTBOUND_ALLOW/);
  expect(() => loadConfig({ OUTBOUND_PORTS: 'all' })).toThrow(/OUTBOUND_PORTS/);
});
