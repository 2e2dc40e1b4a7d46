import { expect, it } from 'vitest';
import { type AuditEntry, chain, GENESIS, hashEntry } from './audit-chain.js';

const entry = (objectId: string): AuditEntry => ({
  actor: 'cli',
  action: 'record.created',
  objectType: 'record',
  objectId,
  revision: 1,
  beforeHash: null,
  afterHash: 'a',
  requestId: null,
});

it('counts on from the last entry and links each to the one before', () => {
  const [first, second] = chain({ seq: '9007199254740993', hash: GENESIS }, [entry('a'), entry('b')], '2026-01-01T00:00:00.000Z');
  expect([first!.seq, second!.seq]).toEqual(['9007199254740994', '9007199254740995']);
  expect(first!.previousHash).toBe(GENESIS);
  expect(second!.previousHash).toBe(first!.hash);
});

it('any change of content changes the hash', () => {
  const [only] = chain({ seq: '0', hash: GENESIS }, [entry('a')], '2026-01-01T00:00:00.000Z');
  for (const change of [{ actor: 'x' }, { objectId: 'b' }, { revision: 2 }, { afterHash: 'b' }, { at: '2026-01-02T00:00:00.000Z' }]) {
    expect(hashEntry({ ...only!, ...change })).not.toBe(only!.hash);
  }
});
