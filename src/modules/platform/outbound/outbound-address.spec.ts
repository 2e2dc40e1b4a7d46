import { describe, expect, it } from 'vitest';
import { AppError } from '../../kernel/app-error.js';
import { outboundAddress, redirectedAddress } from './outbound-address.js';
import { OutboundPolicy } from './outbound-policy.js';

const closed = OutboundPolicy.of({ outboundAllow: '', outboundPorts: '' });
const open = OutboundPolicy.of({ outboundAllow: '127.0.0.1,inner.example,fd00::/8', outboundPorts: '8000-8100' });

const refusal = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError && error.code === 'VALIDATION_FAILED') return error.message;
    throw error;
  }
  throw new Error('was not refused');
};

it.each([
  ['https://Data.Example.gov.cn/a b?c=一#d', 'https://data.example.gov.cn/a%20b?c=%E4%B8%80'],
  ['http://example.gov.cn.:80/', 'http://example.gov.cn/'],
  ['https://例子.中国/', 'https://xn--fsqu00a.xn--fiqs8s/'],
  ['https://8.8.8.8:443/', 'https://8.8.8.8/'],
  ['http://8.8.8.8.', 'http://8.8.8.8/'],
])('%s is asked for as %s', (text, address) => expect(outboundAddress(text, closed).href).toBe(address));

it.each([
  'http://127.0.0.1/',
  'http://0177.0.0.1/',
  'http://0x7f000001/',
  'http://0x7f.1/',
  'http://2130706433/',
  'http://127.1/',
  'http://127.0.0.1./',
  'http://１２７.０.０.１/',
  'http://①②⑦.0.0.1/',
  'http://127。0。0。1/',
  'http://%31%32%37.0.0.1/',
  'http://0/',
  'http://[::]/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[0:0:0:0:0:ffff:7f00:1]/',
  'http://[64:ff9b::127.0.0.1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/',
  'http:\\\\10.0.0.1\\',
  'http:10.0.0.1',
  ' http://\t10.0.0.1/',
])('%j leads inside however it is written', (text) => expect(refusal(() => outboundAddress(text, closed))).toContain('不在公开的网络上'));

it.each([
  ['file:///etc/passwd', 'http://'],
  ['ftp://example.org/', 'http://'],
  ['gopher://example.org/', 'http://'],
  ['data:text/plain,a', 'http://'],
  ['//example.org/', '写法有误'],
  ['', '写法有误'],
  ['http://', '写法有误'],
  ['http://[fe80::1%25eth0]/', '写法有误'],
  ['http://256.1.1.1/', '写法有误'],
  ['http://user@example.org/', '用户名'],
  ['http://:secret@example.org/', '用户名'],
  ['http://example.org:80@127.0.0.1/', '用户名'],
  ['http://example.org../', '主机名'],
  ['http://.../', '主机名'],
  ['http://example.org:22/', '端口 22'],
  ['http://example.org:0/', '端口 0'],
])('%j is refused with “%s”', (text, sentence) => expect(refusal(() => outboundAddress(text, closed))).toContain(sentence));

describe('what the operator allows', () => {
  it.each([
    'http://127.0.0.1:8080/',
    'http://0x7f000001:8080/',
    'http://[::ffff:127.0.0.1]:8080/',
    'https://[fd00::1]/',
    'http://inner.example/',
  ])('%s', (text) => expect(() => outboundAddress(text, open)).not.toThrow());

  it.each(['http://127.0.0.2/', 'http://127.0.0.1:9000/', 'http://[fc00::1]/'])('and not %s', (text) =>
    expect(() => outboundAddress(text, open)).toThrow(AppError),
  );

  it('is the host itself or its network', () => {
    expect(['inner.example', '127.0.0.1', 'fd12::1'].map((host) => open.namesHost(host))).toEqual([true, true, true]);
    expect(['other.example', 'a.inner.example', '10.0.0.1', '8.8.8.8'].map((host) => open.namesHost(host))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('a redirect', () => {
  const http = new URL('http://example.org/a/b');
  const https = new URL('https://example.org/a/b');

  it.each([
    [http, '../c', 'http://example.org/c'],
    [http, '//other.example/', 'http://other.example/'],
    [http, 'https://example.org/', 'https://example.org/'],
    [https, Buffer.from('/数据').toString('latin1'), 'https://example.org/%E6%95%B0%E6%8D%AE'],
  ])('from %s to %j is followed to %s', (from, location, address) => expect(redirectedAddress(from, location, closed).href).toBe(address));

  it.each([
    [https, 'http://example.org/', '不加密'],
    [https, 'http://127.0.0.1/', '公开的网络'],
    [http, 'http://[::1]/', '公开的网络'],
    [http, '//2130706433/', '公开的网络'],
    [http, 'file:///etc/passwd', 'http://'],
    [http, 'http://a:b@example.org/', '用户名'],
    [http, '//example.org:22/', '端口 22'],
  ])('from %s to %j is refused with “%s”', (from, location, sentence) =>
    expect(refusal(() => redirectedAddress(from, location, closed))).toContain(sentence),
  );
});

it('an address has an end', () => {
  expect(refusal(() => outboundAddress(`http://example.org/${'a'.repeat(2000)}`, closed))).toContain('2000');
});
