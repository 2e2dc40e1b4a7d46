import { describe, expect, it } from 'vitest';
import { allowsOrigin, embedHosts, frameAncestors } from './embed-host.js';

describe('frameAncestors', () => {
  it.each([
    ['', `'none'`],
    [' , ', `'none'`],
    ['www.lanchuan.example', 'https://www.lanchuan.example http://www.lanchuan.example'],
    ['https://*.Lanchuan.example:8443', 'https://*.lanchuan.example:8443'],
    ['http://a.example, b.example:81', 'http://a.example https://b.example:81 http://b.example:81'],
    ['政务.example', 'https://xn--zfr164b.example http://xn--zfr164b.example'],
  ])('%s: %s', (text, sources) => {
    expect(frameAncestors(embedHosts(text))).toBe(sources);
  });
});

it.each([
  '*',
  '*.cn',
  'https://',
  'www.example.gov.cn/path',
  "'self'",
  'a.example;script-src',
  'a b.example',
  'ftp://a.example',
  'a.example:0',
  'a.example:99999',
  'user@a.example',
])('%s is refused, and named', (text) => {
  expect(() => embedHosts(`ok.example, ${text}`)).toThrow(text);
});

describe('allowsOrigin', () => {
  const hosts = embedHosts('www.lanchuan.example, https://*.gov.example, b.example:8080');
  it.each([
    ['https://www.lanchuan.example', true],
    ['http://www.lanchuan.example', true],
    ['https://www.lanchuan.example:8443', false],
    ['https://lanchuan.example', false],
    ['https://evil-www.lanchuan.example', false],
    ['https://www.lanchuan.example.evil.example', false],
    ['https://jyj.gov.example', true],
    ['https://a.jyj.gov.example', true],
    ['https://gov.example', false],
    ['https://evilgov.example', false],
    ['http://jyj.gov.example', false],
    ['http://b.example:8080', true],
    ['http://b.example', false],
    ['null', false],
    ['', false],
    ['https://www.lanchuan.example/', false],
    ['https://user@www.lanchuan.example', false],
  ])('%s: %s', (origin, allowed) => {
    expect(allowsOrigin(hosts, origin)).toBe(allowed);
  });
});
