import type { Client } from '@elastic/elasticsearch';
import { errors } from '@elastic/elasticsearch';
import { describe, expect, it } from 'vitest';
import { type BulkAction, BulkWriter } from './bulk-writer.js';

const action = (recordId: number): BulkAction => ({ index: 'i', recordId: String(recordId), version: 1, source: { title: '甲' } });
const actions = (count: number) => Array.from({ length: count }, (_, index) => action(index));
const responseError = (statusCode: number) =>
  new errors.ResponseError({ statusCode, body: {}, headers: {}, warnings: [], meta: {} } as unknown as ConstructorParameters<
    typeof errors.ResponseError
  >[0]);

/** A server that takes at most `most` actions at once, and what it was sent. */
function server(most: number, status = 429) {
  const sizes: number[] = [];
  const bulk = ({ operations }: { operations: unknown[] }) => {
    const count = operations.length / 2;
    sizes.push(count);
    if (count > most) return Promise.reject(responseError(status));
    return Promise.resolve({ errors: false, items: [] });
  };
  return { sizes, writer: new BulkWriter({ bulk } as unknown as Client, () => Promise.resolve()) };
}

describe('BulkWriter', () => {
  it('halves what a busy server rejects, and grows again', async () => {
    const { sizes, writer } = server(100);
    expect(await writer.write(actions(600), false)).toEqual([]);
    expect(sizes.filter((size) => size <= 100).reduce((sum, size) => sum + size, 0)).toBe(600);
    expect(sizes[0]).toBe(500);
    expect(Math.min(...sizes)).toBeGreaterThan(30);
  });
  it('refuses alone the entry that is too large for ever', async () => {
    const { writer } = server(0, 413);
    expect(await writer.write(actions(3), false)).toEqual(
      [0, 1, 2].map((id) => expect.objectContaining({ recordId: String(id), version: 1 }) as unknown),
    );
  });
  it('gives up on a server that stays busy', async () => {
    await expect(server(0).writer.write(actions(3), false)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
  it("passes on what is nobody's load", async () => {
    await expect(server(0, 500).writer.write(actions(1), false)).rejects.toBeInstanceOf(errors.ResponseError);
  });
});
