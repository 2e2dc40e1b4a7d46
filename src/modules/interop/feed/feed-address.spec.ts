import { describe, expect, it } from 'vitest';
import { SearchInput } from '../../search/index.js';
import { feedAddress, searchAddress } from './feed-address.js';

describe('addresses of feeds', () => {
  it.each([
    [{}, undefined, '/feed.atom', '/'],
    [{}, 'dataset', '/feed.atom?kind=dataset', '/search?kind=dataset'],
    [{ department: 'a/b' }, undefined, '/departments/a%2Fb/feed.atom', '/departments/a%2Fb'],
    [{ department: 'gjj' }, 'document', '/departments/gjj/feed.atom?kind=document', '/search?department=gjj&kind=document'],
    [{ topic: '0203' }, undefined, '/topics/0203/feed.atom', '/search?topic=0203'],
  ] as const)('%j of kind %s', (part, kind, id, alternate) => {
    const address = feedAddress('http://h', part, kind);
    expect([address.id, address.alternate]).toEqual([`http://h${id}`, `http://h${alternate}`]);
    expect(address.page('x=')).toBe(`http://h${id}${kind ? '&' : '?'}cursor=x%3D`);
  });

  it.each([
    [{}, '/search.atom', '/search?sort=newest'],
    [{ q: '公积 &', year: ['2024', '2023'], cursor: 'x' }, '/search.atom?q=%E5%85%AC%E7%A7%AF+%26&year=2024&year=2023', undefined],
    [{ sort: 'title', limit: 50 }, '/search.atom?sort=title&limit=50', '/search?sort=title'],
  ] as const)('the search %j', (input, id, alternate) => {
    const address = searchAddress('http://h', Object.assign(new SearchInput(), { sort: 'newest' }, input));
    expect(address.id).toBe(`http://h${id}`);
    if (alternate) expect(address.alternate).toBe(`http://h${alternate}`);
  });
});
