import { expect, it } from 'vitest';
import { ExpiringCache } from './expiring-cache.js';

const loader = (calls: string[][]) => (missing: string[]) => {
  calls.push(missing);
  return Promise.resolve(new Map(missing.filter((key) => key !== 'none').map((key) => [key, key.length])));
};

it('loads what it does not remember, once, also that something does not exist', async () => {
  const cache = new ExpiringCache<string, number>(1000, 10, () => 0);
  const calls: string[][] = [];
  await cache.through(['a', 'bb', 'a'], loader(calls), 0);
  expect(await cache.through(['a', 'none'], loader(calls), 0)).toEqual(
    new Map([
      ['a', 1],
      ['none', 0],
    ]),
  );
  await cache.through(['none'], loader(calls), 0);
  expect(calls).toEqual([['a', 'bb'], ['none']]);
});

it('forgets after its time and never grows beyond its size', async () => {
  let now = 0;
  const cache = new ExpiringCache<string, number>(1000, 2, () => now);
  const calls: string[][] = [];
  await cache.through(['a'], loader(calls), 0);
  now = 1001;
  await cache.through(['a'], loader(calls), 0);
  expect(calls).toEqual([['a'], ['a']]);
  cache.set('b', 1);
  cache.set('c', 1);
  expect(cache.get('a')).toBeUndefined();
});
