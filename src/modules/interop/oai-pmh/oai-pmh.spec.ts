import { describe, expect, it } from 'vitest';
import { codeOfPart, namespaceOf, oaiIdentifier, recordIdentifier, setPart } from './oai-name.js';
import { readToken, writeToken } from './resumption-token.js';

const SITE = 'https://data.example.gov.cn';

describe('names', () => {
  it.each(['lc-gjj-0012', '307001000/000012', '泰政发〔2024〕12号', 'a:b?c#d%e f', "!~*'()", '𠮷'])('%s comes back', (identifier) => {
    const name = oaiIdentifier(SITE, identifier);
    expect(name).toMatch(/^oai:data\.example\.gov\.cn:[a-zA-Z0-9\-_.!~*'();/?:@&=+$,%]+$/);
    expect(recordIdentifier(SITE, name)).toBe(identifier);
    expect(setPart(identifier)).toMatch(/^[A-Za-z0-9\-_.!~*'()]+$/);
    expect(codeOfPart(setPart(identifier))).toBe(identifier);
  });

  it.each(['x', 'oai:other.example:a', 'oai:data.example.gov.cn:%41', 'oai:data.example.gov.cn:%E0%A4%A', 'oai:data.example.gov.cn:%00'])(
    '%s is none of ours',
    (name) => {
      expect(recordIdentifier(SITE, name)).toBeUndefined();
    },
  );

  it.each([
    [SITE, 'data.example.gov.cn'],
    ['http://127.0.0.1:3000', 'haozhao.localhost'],
    ['http://localhost:3000', 'haozhao.localhost'],
    ['http://[::1]:3000', 'haozhao.localhost'],
  ])('%s has the namespace %s', (site, namespace) => {
    expect(namespaceOf(site)).toBe(namespace);
  });
});

describe('tokens', () => {
  const key = Buffer.alloc(32, 7);
  const position = { verb: 'ListRecords', metadataPrefix: 'oai_dc', set: 'topic:02', after: '100', cursor: 100 } as const;

  it('come back as they went', () => {
    expect(readToken(writeToken(position, key), 'ListRecords', key)).toMatchObject(position);
  });

  it.each([
    ['another key', 'ListRecords', Buffer.alloc(32, 8)],
    ['another verb', 'ListIdentifiers', key],
  ] as const)('are refused with %s', (_, verb, other) => {
    expect(() => readToken(writeToken(position, key), verb, other)).toThrow(expect.objectContaining({ code: 'badResumptionToken' }));
  });
});
