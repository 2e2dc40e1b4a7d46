import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Condition, FieldOrder } from '../../src/modules/search/condition.js';
import { type AnalysedQuery, FACETS } from '../../src/modules/search/query/analysed-query.js';
import type { EngineQuery, IndexEntry, SearchEngine } from '../../src/modules/search/search-engine.js';
import { holds, inOrder } from './naive-condition.js';
import type { EngineUnderTest } from './search-engine.contract.js';

const SPECIAL = ['100%', 'a_b', "O'Brien", 'a\\b', 'x*y?', '"q"', '$1', '@kind=dataset', '(', '公积金', '公积金贷款', '𠮷野家', 'A', 'a'];
const TOPICS = ['教育', '教育\\学前', '医疗', '交 通', ''];
const LICENSES = ['', 'CC-BY-4.0', '自定义许可'];
const DAYS = ['', '2022', '2022-01', '2022-01-01', '2022-05', '2022-05-01', '2022-05-17', '2022-12-31', '2023', '2023-02-28', '2024-01'];
const INSTANTS = ['2023-12-31T23:59:59.999Z', '2024-01-01T00:00:00.000Z', '2024-01-01T00:00:00.001Z', '2024-06-30T12:00:00.000Z'];

const at = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

/** Every value of every field with others beside it, the same in every run. */
const entries: IndexEntry[] = Array.from({ length: 220 }, (_, index) => ({
  recordId: String(index + 1),
  version: 1,
  identifier: `${at(['r-', 'R-', '编号/', 'r_'], index)}${String((index * 37) % 220)}`,
  kind: index % 3 === 0 ? 'document' : 'dataset',
  title: `${at(['灯塔名录', '灯塔%报告', '灯塔', '码头 灯塔'], index)}${index % 5 === 0 ? '' : String(index % 40)}`,
  keywords: index % 6 === 0 ? [] : [at(SPECIAL, index), at(SPECIAL, index * 5 + 1)],
  abstract: '',
  body: index % 4 === 0 ? `灯塔看守${index % 60 === 0 ? '，候船亭' : ''}` : '',
  attachments: '',
  items: [],
  organizations: [],
  identifiers: [],
  facets: {
    kind: [index % 3 === 0 ? 'document' : 'dataset'],
    topic: [at(TOPICS, index)].filter(Boolean),
    format: at([['csv'], ['csv', 'json'], []], index),
    year: [at(DAYS, index).slice(0, 4)].filter(Boolean),
  },
  publishedOn: at(DAYS, index),
  modifiedOn: at(DAYS, index * 3 + 2),
  createdAt: at(INSTANTS, index),
  updatedAt: new Date(Date.UTC(2024, 0, 1 + (index % 50))).toISOString(),
  license: at(LICENSES, index),
}));
const matching = (where: Condition) => entries.filter((entry) => holds(entry, where));
const sorted = (found: IndexEntry[]) => found.map(({ identifier }) => identifier).sort();
const nothing: AnalysedQuery = {
  text: '',
  identifiers: [],
  groups: [],
  phrases: [],
  excluded: [],
  boosts: [],
  filters: [],
  interpretation: [],
};
const BY_IDENTIFIER: FieldOrder = { by: 'identifier', descending: false };

const fields = ['kind', 'topic', 'format', 'year', 'keyword', 'license', 'identifier', 'title'] as const;
const values = [
  ...SPECIAL,
  ...TOPICS,
  ...LICENSES,
  'dataset',
  'csv',
  'json',
  '2022',
  'r-',
  'R-37',
  '编号/74',
  '灯塔',
  '灯塔%',
  '灯塔名录',
  '码头 灯塔1',
];
const value = fc.constantFrom(...values);
const day = fc.option(fc.constantFrom(...DAYS.filter(Boolean)), { nil: undefined });
const instant = fc.option(fc.constantFrom(...INSTANTS), { nil: undefined });
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field: fc.constantFrom(...fields), is: fc.array(value, { maxLength: 4 }) }),
  fc.record({ field: fc.constantFrom(...fields), startsWith: fc.oneof(value, fc.constantFrom('公', '教', 'c', 'CC', '交 ')) }),
  fc.record({
    field: fc.constantFrom(...fields, 'createdAt' as const, 'publishedOn' as const, 'modifiedOn' as const),
    exists: fc.constant(true as const),
  }),
  fc.record({ field: fc.constantFrom('publishedOn' as const, 'modifiedOn' as const), from: day, to: day }),
  fc.record({ field: fc.constantFrom('createdAt' as const, 'updatedAt' as const), from: instant, to: instant }),
);
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ not: tie('tree') }),
  ),
}));

/** What every engine does with conditions, offsets, orders by a field and the facets of other programs. */
export function engineConditionsContract(name: string, create: () => Promise<EngineUnderTest>): void {
  describe(`${name} narrows, orders and pages by number`, () => {
    let under: EngineUnderTest;
    let engine: SearchEngine;
    beforeAll(async () => {
      under = await create();
      engine = under.engine;
      await engine.index(entries);
      await engine.remove([{ recordId: '9999', version: 1 }]);
    });
    afterAll(() => under.close());

    const words = (text: string): AnalysedQuery => ({
      ...nothing,
      text,
      groups: text.split(' ').map((word) => ({
        text: word,
        importance: 1,
        alternatives: [{ tokens: under.tokens(word), weight: 1, source: 'typed' as const }],
      })),
    });
    const ask = (change: Partial<EngineQuery> = {}) =>
      engine.search({ query: nothing, filters: [], sort: BY_IDENTIFIER, limit: 1000, facets: [], today: '2026-11-24', ...change });
    const identifiers = async (change: Partial<EngineQuery> = {}) => (await ask(change)).hits.map(({ identifier }) => identifier);

    const conditions: [string, Condition][] = [
      ['all of nothing', { all: [] }],
      ['any of nothing', { any: [] }],
      ['one value', { field: 'topic', is: ['教育'] }],
      ['one of several', { field: 'topic', is: ['教育', '医疗'] }],
      ['none of no values', { field: 'topic', is: [] }],
      ['a keyword with signs', { field: 'keyword', is: ['a\\b'] }],
      ['upper case', { field: 'keyword', is: ['A'] }],
      ['a licence', { field: 'license', is: ['自定义许可'] }],
      ['an identifier', { field: 'identifier', is: ['R-37', 'r-0'] }],
      ['a whole title', { field: 'title', is: ['灯塔'] }],
      ['what looks like a term of the index', { field: 'keyword', is: ['@kind=dataset'] }],
      ['a beginning in Chinese', { field: 'keyword', startsWith: '公积金' }],
      ['a beginning outside the basic plane', { field: 'keyword', startsWith: '𠮷' }],
      ...['%', '100%', 'a_', 'a\\', 'x*', '"', "O'", '$1', '('].map((startsWith): [string, Condition] => [
        `the beginning ${startsWith}`,
        { field: 'keyword', startsWith },
      ]),
      ['the beginning of a title', { field: 'title', startsWith: '灯塔%' }],
      ['the beginning of an identifier', { field: 'identifier', startsWith: 'r_' }],
      ['an empty beginning', { field: 'topic', startsWith: '' }],
      ['a topic', { field: 'topic', exists: true }],
      ['a keyword', { field: 'keyword', exists: true }],
      ['no licence', { not: { field: 'license', exists: true } }],
      ['a date', { field: 'publishedOn', exists: true }],
      ['an instant', { field: 'createdAt', exists: true }],
      ['a year from both sides', { field: 'publishedOn', from: '2022', to: '2022' }],
      ['the days of a year', { field: 'publishedOn', from: '2022-01-01', to: '2022-12-31' }],
      ['a month', { field: 'publishedOn', from: '2022-05', to: '2022-05' }],
      ['an open end', { field: 'publishedOn', from: '2022-05-02' }],
      ['an open beginning', { field: 'modifiedOn', to: '2022-05' }],
      ['both ends open', { field: 'modifiedOn' }],
      ['instants, both included', { field: 'createdAt', from: INSTANTS[1]!, to: INSTANTS[2]! }],
      ['an instant of another zone', { field: 'createdAt', from: '2024-01-01T08:00:00+08:00' }],
      ['instants up to one', { field: 'updatedAt', to: '2024-01-10T00:00:00Z' }],
      [
        'not any',
        {
          not: {
            any: [
              { field: 'topic', is: ['教育'] },
              { field: 'keyword', startsWith: '公' },
            ],
          },
        },
      ],
      ['not not', { not: { not: { field: 'format', is: ['json'] } } }],
      [
        'any of all and not',
        {
          any: [{ all: [{ field: 'kind', is: ['dataset'] }, { not: { field: 'format', exists: true } }] }, { field: 'year', is: ['2024'] }],
        },
      ],
    ];

    it.each(conditions)('takes %s', async (_, where) => {
      const expected = sorted(matching(where));
      expect((await identifiers({ where })).sort()).toEqual(expected);
      expect((await ask({ where, limit: 0 })).total).toBe(expected.length);
    });

    it('takes what it tests for: most conditions hold for some and not for all', () => {
      const counts = conditions.map(([, where]) => matching(where).length);
      expect(counts.filter((count) => count > 0 && count < entries.length).length).toBeGreaterThan(conditions.length - 6);
    });

    it('agrees with a plain reading of any tree, with words and without', async () => {
      const broad = new Set(await identifiers({ query: words('灯塔'), sort: 'relevance' }));
      expect(broad.size).toBe(entries.length);
      await fc.assert(
        fc.asyncProperty(
          tree,
          fc.constantFrom('createdAt', 'updatedAt', 'publishedOn', 'identifier'),
          fc.boolean(),
          async (where, by, descending) => {
            const expected = matching(where);
            const sort = { by, descending } as const;
            expect(await identifiers({ where, sort })).toEqual(inOrder(expected, sort));
            expect((await identifiers({ where, query: words('灯塔'), sort: 'relevance' })).sort()).toEqual(sorted(expected));
          },
        ),
        { numRuns: 120 },
      );
    }, 120_000);

    it('narrows what words find, and loosens the words within what is left', async () => {
      const where: Condition = { field: 'kind', is: ['document'] };
      const strict = await identifiers({ where, query: words('看守'), sort: 'relevance' });
      expect(strict.sort()).toEqual(sorted(matching(where).filter(({ body }) => body !== '')));
      const relaxed = await ask({ where, query: words('看守 候船亭 飞艇'), sort: 'relevance' });
      expect(relaxed.hits.every(({ recordId }) => entries[Number(recordId) - 1]!.kind === 'document')).toBe(true);
      expect(relaxed.relaxed).toEqual(['飞艇']);
    });

    it('hides what editors pinned when the condition does not allow it', async () => {
      const preferences = { pinned: ['2'], buried: [], favoured: [] };
      const asked = { query: words('看守'), sort: 'relevance' as const, preferences };
      expect(await identifiers(asked)).toContain(entries[1]!.identifier);
      expect(await identifiers({ ...asked, where: { field: 'kind', is: ['document'] } })).not.toContain(entries[1]!.identifier);
    });

    const orders: FieldOrder[] = (['identifier', 'title', 'createdAt', 'updatedAt', 'publishedOn'] as const).flatMap((by) => [
      { by, descending: false },
      { by, descending: true },
    ]);

    it.each([
      ...orders.map((sort) => [sort.by, sort.descending, sort] as const),
      ['relevance', true, 'relevance'],
      ['newest', true, 'newest'],
    ] as const)('pages by number in the order of %s, descending %s, without repeating or skipping', async (_, __, sort) => {
      for (const query of [nothing, words('灯塔')]) {
        const whole = await identifiers({ query, sort });
        expect(new Set(whole).size).toBe(entries.length);
        for (const limit of [37, 64]) {
          const seen: string[] = [];
          for (let offset = 0; offset < entries.length + limit; offset += limit) {
            const page = await ask({ query, sort, offset, limit });
            expect(page.total).toBe(entries.length);
            seen.push(...page.hits.map(({ identifier }) => identifier));
          }
          expect(seen).toEqual(whole);
        }
      }
    });

    it.each(orders)('orders by $by both ways, ties by identifier: descending $descending', async (sort) => {
      const whole = await identifiers({ sort });
      const back = await identifiers({ sort: { ...sort, descending: !sort.descending } });
      expect(whole).toEqual([...back].reverse());
      if (sort.by !== 'title') expect(whole).toEqual(inOrder(entries, { ...sort, by: sort.by }));
      expect(await identifiers({ sort, query: words('灯塔') })).toEqual(whole);
    });

    it('goes on behind a cursor under the same condition alone', async () => {
      const where: Condition = { field: 'kind', is: ['document'] };
      const first = await ask({ where, query: words('灯塔'), sort: 'relevance', limit: 5 });
      const after = first.hits.at(-1)!.cursor;
      const next = await identifiers({ where, query: words('灯塔'), sort: 'relevance', limit: 5, after });
      expect(next).toEqual((await identifiers({ where, query: words('灯塔'), sort: 'relevance', limit: 10 })).slice(5));
      await expect(ask({ query: words('灯塔'), sort: 'relevance', after })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    });

    it('counts keywords and licences, as many values as asked for', async () => {
      const where: Condition = { field: 'kind', is: ['dataset'] };
      const counts = new Map<string, number>();
      for (const { keywords } of matching(where))
        for (const keyword of new Set(keywords)) counts.set(keyword, (counts.get(keyword) ?? 0) + 1);
      for (const query of [nothing, words('灯塔')]) {
        const { facets } = await ask({ where, query, facets: ['keyword', 'license', 'kind'], limit: 0 });
        expect(new Map(facets.keyword!.map(({ value: keyword, count }) => [keyword, count]))).toEqual(counts);
        expect(facets.license!.map(({ value: license }) => license).sort()).toEqual(['CC-BY-4.0', '自定义许可']);
        expect(facets.kind).toEqual([{ value: 'dataset', count: matching(where).length }]);
        const few = await ask({ where, query, facets: ['keyword', 'topic'], facetLimit: 2 });
        expect(few.facets.keyword).toEqual(facets.keyword!.slice(0, 2));
        expect(few.facets.topic).toHaveLength(2);
      }
      expect(Object.keys((await ask({ facets: ['license'] })).facets)).toEqual(['license']);
      expect(Object.keys((await ask({ facets: [...FACETS] })).facets)).toEqual([...FACETS]);
    });

    it('forgets the values of what is replaced or removed', async () => {
      const gone: IndexEntry = { ...entries[0]!, recordId: '9000', identifier: 'gone-1', keywords: ['渡轮'], license: '旧许可' };
      const where: Condition = {
        any: [
          { field: 'keyword', is: ['渡轮'] },
          { field: 'license', is: ['旧许可'] },
        ],
      };
      await engine.index([gone]);
      expect(await identifiers({ where })).toEqual(['gone-1']);
      await engine.index([{ ...gone, version: 2, keywords: [], license: '' }]);
      expect(await identifiers({ where })).toEqual([]);
      await engine.remove([{ recordId: '9000', version: 3 }]);
      expect(await identifiers({ where: { field: 'identifier', startsWith: 'gone' } })).toEqual([]);
      expect((await ask({ limit: 0 })).total).toBe(entries.length);
    });

    it('answers the deepest and the largest tree that it takes', async () => {
      let deep: Condition = { field: 'kind', is: ['dataset'] };
      for (let depth = 0; depth < 20; depth++) deep = at([{ not: deep }, { all: [deep] }, { any: [deep] }] as Condition[], depth);
      const wide: Condition = { any: Array.from({ length: 499 }, (_, index) => ({ field: 'keyword', startsWith: `词${index}` })) };
      for (const query of [nothing, words('灯塔'), words('候船亭 飞艇')]) {
        const found = matching(deep).filter(({ body }) => query.text !== '候船亭 飞艇' || body.includes('候船亭'));
        expect((await ask({ where: deep, query, limit: 0 })).total).toBe(found.length);
        expect((await ask({ where: wide, query, limit: 0 })).total).toBe(0);
      }
      expect((await ask({ where: { field: 'title', startsWith: '𠮷'.repeat(100) } })).total).toBe(0);
      expect((await ask({ where: { field: 'title', startsWith: '长'.repeat(200) } })).total).toBe(0);
      expect((await ask({ where: { field: 'title', is: ['长'.repeat(500)] } })).total).toBe(0);
      expect((await ask({ offset: 100_000, limit: 1000 })).hits).toEqual([]);
      expect((await ask({ offset: 100_000, limit: 1000, query: words('灯塔'), sort: 'relevance' })).hits).toEqual([]);
    });

    const nested = (levels: number): Condition => (levels === 0 ? { all: [] } : { not: nested(levels - 1) });
    it.each<[string, Partial<EngineQuery>, string]>([
      ['a tree that is too deep', { where: nested(21) }, 'where'],
      ['a tree that would break the stack', { where: nested(5000) }, 'where'],
      ['a tree that is too large', { where: { any: Array.from({ length: 501 }, () => ({ all: [] })) } }, 'where'],
      ['too many values', { where: { field: 'keyword', is: Array.from({ length: 2001 }, String) } }, 'where'],
      ['a value that is too long', { where: { field: 'keyword', is: ['长'.repeat(501)] } }, 'where'],
      ['a beginning that is too long', { where: { field: 'keyword', startsWith: '长'.repeat(201) } }, 'where'],
      ['an unknown field', { where: { field: 'body' as 'title', is: ['x'] } }, 'where'],
      ['a field of objects', { where: { field: 'constructor' as 'title', exists: true } }, 'where'],
      ['a range of words', { where: { field: 'title' as 'createdAt', from: 'x' } }, 'where'],
      ['a date that is none', { where: { field: 'publishedOn', from: '2022-13' } }, 'where'],
      ['an instant that is none', { where: { field: 'createdAt', to: '2022' } }, 'where'],
      ['an offset that is too far', { offset: 100_001 }, 'offset'],
      ['half an offset', { offset: 0.5 }, 'offset'],
      ['too many hits', { limit: 1001 }, 'limit'],
      ['too many values of facets', { facetLimit: 10_001 }, 'facetLimit'],
      ['a cursor with an offset', { after: 'x', offset: 1, sort: 'newest' }, 'offset'],
    ])('refuses %s and names the field', async (_, change, field) => {
      await expect(ask(change)).rejects.toMatchObject({ code: 'BAD_REQUEST', details: { fields: [{ field }] } });
    });

    it.each(["'", '\\', '%', ':*', "a:*b'&|!()", '\u0000', '\u001f', '\ud800', '{"a":1}', '$1', '--', '*', '?', '[a TO b]', '/a/'])(
      '%j is only a value, wherever it stands',
      async (text) => {
        for (const field of fields) {
          const where: Condition = {
            any: [
              { field, is: [text] },
              { field, startsWith: text },
            ],
          };
          const strictly = matching(where).map(({ identifier }) => identifier);
          if (text === '\u0000' || text === '\ud800') await expect(ask({ where })).resolves.toBeDefined();
          else expect((await identifiers({ where })).sort()).toEqual(strictly.sort());
        }
      },
    );
  });
}
