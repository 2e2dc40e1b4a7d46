import { expect, it } from 'vitest';
import { ExpiringCache } from './expiring-cache.js';

const loader = (calls: string[][]) => (missing: string[]) => {
  calls.push(missing);
  return Promise.resolve(new Map(missing.filter((key) => key !== 'none').map((key) => [key, key.length])));
};

it('loads what it does not remember, once, and asks again for what does not exist', async () => {
  const cache = new ExpiringCache<string, number>(1000, 10, () => 0);
  const calls: string[][] = [];
  await cache.through(['a', 'bb', 'a'], loader(calls));
  expect(await cache.through(['a', 'none'], loader(calls))).toEqual(new Map([['a', 1]]));
  await cache.through(['none'], loader(calls));
  expect(calls).toEqual([['a', 'bb'], ['none'], ['none']]);
});

it('forgets after its time and never grows beyond its size', async () => {
  let now = 0;
  const cache = new ExpiringCache<string, number>(1000, 2, () => now);
  const calls: string[][] = [];
  await cache.through(['a'], loader(calls));
  now = 1001;
  await cache.through(['a'], loader(calls));
  expect(calls).toEqual([['a'], ['a']]);
  cache.set('b', 1);
  cache.set('c', 1);
  expect(cache.get('a')).toBeUndefined();
});
