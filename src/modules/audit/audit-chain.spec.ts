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

it('of before there were address and result has the hash it had, and neither can be added, changed or taken away', () => {
  const [old] = chain({ seq: '0', hash: GENESIS }, [entry('a')], '2026-01-01T00:00:00.000Z');
  expect(old!.hash).toBe('2cd4a6f42452d76439d4fc9dd3a3ceeb21b75af5899994daf17d8bbca52b253d');
  const [fresh] = chain({ seq: '0', hash: GENESIS }, [{ ...entry('a'), address: '10.0.0.8', result: 'ok' }], '2026-01-01T00:00:00.000Z');
  expect(fresh!.hash).not.toBe(old!.hash);
  for (const change of [{ address: '10.0.0.9' }, { address: null }, { result: 'refused' as const }, { address: null, result: null }]) {
    expect(hashEntry({ ...fresh!, ...change })).not.toBe(fresh!.hash);
  }
  for (const change of [{ address: '10.0.0.8' }, { result: 'ok' as const }]) expect(hashEntry({ ...old!, ...change })).not.toBe(old!.hash);
});
