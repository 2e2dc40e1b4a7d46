import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../src/modules/kernel/app-error.js';
import type { AnalysedQuery, Facet, Lexicon, TermGroup } from '../../src/modules/search/query/analysed-query.js';
import { FACETS } from '../../src/modules/search/query/analysed-query.js';
import type { EngineQuery, EngineResult, IndexEntry, SearchEngine } from '../../src/modules/search/search-engine.js';

/** A fresh, empty engine and what it takes to end it. */
export interface EngineUnderTest {
  engine: SearchEngine;
  lexicon: Lexicon;
  /** Words of a text as the engine indexes them. */
  tokens(text: string): string[];
  close(): Promise<void>;
}

let sequence = 0;

function entry(change: Partial<IndexEntry> & { title: string }): IndexEntry {
  sequence++;
  return {
    recordId: String(sequence),
    version: 1,
    identifier: `r-${sequence}`,
    kind: 'dataset',
    keywords: [],
    abstract: '',
    body: '',
    attachments: '',
    items: [],
    organizations: [],
    identifiers: [],
    facets: { kind: [change.kind ?? 'dataset'] },
    publishedOn: '2022-01-01',
    modifiedOn: '',
    createdAt: '2024-01-01T00:00:00.000Z',
    updatedAt: '2024-01-01T00:00:00.000Z',
    license: '',
    ...change,
  };
}

/** Everything that an engine behind the `SearchEngine` port has to do, whatever it is made of. */
export function searchEngineContract(name: string, create: () => Promise<EngineUnderTest>): void {
  describe(`${name} keeps the search contract`, () => {
    let under: EngineUnderTest;
    let engine: SearchEngine;
    beforeAll(async () => {
      under = await create();
      engine = under.engine;
    });
    afterAll(() => under.close());

    const understood = (text: string): AnalysedQuery => ({
      text,
      identifiers: [],
      groups: [],
      phrases: [],
      excluded: [],
      boosts: [],
      filters: [],
      interpretation: [],
    });
    const group = (text: string, importance = 1): TermGroup => ({
      text,
      importance,
      alternatives: [{ tokens: under.tokens(text), weight: 1, source: 'typed' }],
    });
    const words = (text: string): AnalysedQuery => ({ ...understood(text), groups: text.split(' ').map((word) => group(word)) });
    const ask = (query: AnalysedQuery | string, change: Partial<EngineQuery> = {}): Promise<EngineResult> =>
      engine.search({
        query: typeof query === 'string' ? words(query) : query,
        filters: [],
        sort: 'relevance',
        limit: 20,
        facets: [],
        today: '2026-11-24',
        ...change,
      });
    const found = async (query: AnalysedQuery | string, change: Partial<EngineQuery> = {}) =>
      (await ask(query, change)).hits.map(({ identifier }) => identifier);

    describe('finding and ranking', () => {
      const records = {
        list: entry({ title: '公共厕所名录', items: ['名称', '地址'], organizations: ['城市管理局'] }),
        body: entry({
          title: '市容环境工作总结',
          kind: 'document',
          body: '本年度新建公共厕所十二座。' + '清扫道路，清运垃圾。'.repeat(30),
          facets: { kind: ['document'] },
        }),
        keyword: entry({ title: '便民设施', keywords: ['公共厕所'] }),
        license: entry({ title: '取水许可信息', abstract: '取水许可证的持有人与有效期' }),
        licenses: entry({ title: '采矿许可信息' }),
        number: entry({
          title: '关于推进政务公开的意见',
          kind: 'document',
          identifiers: ['国发〔2016〕51号'],
          facets: { kind: ['document'] },
        }),
        sameNumber: entry({
          title: '国发2016年51号文件的学习体会',
          kind: 'document',
          body: '国发〔2016〕51号',
          facets: { kind: ['document'] },
        }),
        otherNumber: entry({
          title: '关于政务公开的另一意见',
          kind: 'document',
          identifiers: ['国办发〔2016〕151号'],
          facets: { kind: ['document'] },
        }),
        phrase: entry({ title: '水质监测', body: '饮用水水质监测每月一次' }),
        scattered: entry({ title: '监测站', body: '监测人员饮用的水的水质很好，另有监测' }),
        attached: entry({ title: '便民服务指南', attachments: '附件一：渡口候船亭分布，候船亭开放时间' }),
        named: entry({ title: '候车点', body: '候船亭在渡口。' + '每日开放。'.repeat(30) }),
        repealed: entry({
          title: '殡葬管理办法',
          kind: 'document',
          facets: { kind: ['document'], validity: ['repealed'] },
          publishedOn: '2021-01-01',
        }),
        inForce: entry({
          title: '殡葬管理办法',
          kind: 'document',
          facets: { kind: ['document'], validity: ['valid'] },
          publishedOn: '2021-01-01',
        }),
        guiyang: entry({ title: '停车场信息', facets: { kind: ['dataset'], region: ['520100'] } }),
        nanjing: entry({ title: '停车场信息', facets: { kind: ['dataset'], region: ['320100'] } }),
      };
      beforeAll(() => engine.index(Object.values(records)));

      it('prefers the title to the keywords and those to the body', async () => {
        expect(await found('公共厕所')).toEqual([records.list, records.keyword, records.body].map(({ identifier }) => identifier));
      });

      it('puts records with every word before those with some', async () => {
        expect((await found('取水 许可'))[0]).toBe(records.license.identifier);
      });

      it('finds what stands only in an attachment, after what the record itself says', async () => {
        expect(await found('候船亭')).toEqual([records.named.identifier, records.attached.identifier]);
        expect((await ask('便民 候船亭')).hits[0]?.identifier).toBe(records.attached.identifier);
        expect((await ask('便民 候船亭')).relaxed).toEqual([]);
      });

      it('obeys phrases and exclusions in attachments', async () => {
        const quoted = { ...understood('"渡口候船亭分布"'), phrases: [under.tokens('渡口候船亭分布')] };
        expect(await found(quoted)).toEqual([records.attached.identifier]);
        expect(await found({ ...words('候船亭'), excluded: under.tokens('分布') })).toEqual([records.named.identifier]);
      });

      it('forgets the attachment with its record', async () => {
        const gone = entry({ title: '旧指南', attachments: '缆车停运安排' });
        await engine.index([gone]);
        expect(await found('缆车')).toEqual([gone.identifier]);
        await engine.remove([{ recordId: gone.recordId, version: 2 }]);
        expect(await found('缆车')).toEqual([]);
      });

      it('says which groups the best record lacks', async () => {
        const result = await ask({ ...words('取水 许可'), groups: [group('取水'), group('许可'), group('飞艇', 1)] });
        expect(result.hits[0]?.identifier).toBe(records.license.identifier);
        expect(result.relaxed).toEqual(['飞艇']);
        expect((await ask('取水 许可')).relaxed).toEqual([]);
      });

      it('relaxes nothing when it is asked strictly, however little it finds', async () => {
        const some = { ...words('取水 许可'), groups: [group('取水'), group('许可'), group('飞艇', 1)] };
        expect(await ask(some, { strict: true })).toMatchObject({ total: 0, hits: [], relaxed: [] });
        const all = await ask('取水 许可', { strict: true });
        expect(all.hits.map(({ identifier }) => identifier)).toContain(records.license.identifier);
        expect(all.total).toBeLessThan((await ask('取水 许可')).total);
      });

      it('finds nothing rather than anything', async () => {
        expect(await ask('星际飞船 月球基地')).toMatchObject({ total: 0, hits: [] });
      });

      it('takes any alternative of a group', async () => {
        const query: AnalysedQuery = {
          ...understood('茅房'),
          groups: [
            {
              text: '茅房',
              importance: 1,
              alternatives: [
                { tokens: ['茅房'], weight: 1, source: 'typed' },
                { tokens: under.tokens('公共厕所'), weight: 0.7, source: 'synonym' },
              ],
            },
          ],
        };
        expect((await ask(query)).total).toBe(3);
      });

      it('puts the exact number on top, whatever else mentions it', async () => {
        const query = {
          ...words('政务公开'),
          text: '国发〔2016〕51号 政务公开',
          identifiers: [{ type: 'documentNumber', value: '国发〔2016〕51号', partial: false } as const],
        };
        expect((await found(query))[0]).toBe(records.number.identifier);
        expect(await found({ ...query, groups: [] })).toEqual([records.number.identifier]);
      });

      it.each(['〔2016〕51号', '〔2016〕51'])('finds a number by how it ends: %s', async (value) => {
        expect(await found({ ...understood(value), identifiers: [{ type: 'documentNumber', value, partial: true }] })).toEqual([
          records.number.identifier,
        ]);
      });

      it('obeys phrases and exclusions', async () => {
        expect(await found({ ...words('监测'), text: '"水质监测"', phrases: [under.tokens('水质监测')] })).toEqual([
          records.phrase.identifier,
        ]);
        expect(await found({ ...words('许可'), excluded: under.tokens('采矿') })).toEqual([records.license.identifier]);
      });

      it('puts what is in force before what is repealed', async () => {
        expect(await found('殡葬 管理办法')).toEqual([records.inForce.identifier, records.repealed.identifier]);
      });

      it('raises what the query names without hiding the rest', async () => {
        for (const wanted of [records.guiyang, records.nanjing]) {
          const query = { ...words('停车场'), boosts: [{ facet: 'region' as const, value: wanted.facets.region![0]!, weight: 1 }] };
          const result = await ask(query);
          expect(result.total).toBe(2);
          expect(result.hits[0]?.identifier).toBe(wanted.identifier);
        }
      });

      describe('what editors and readers prefer', () => {
        const preferred = {
          plain: entry({ title: '龙舟赛事安排' }),
          second: entry({ title: '龙舟赛事安排公告', abstract: '端午' }),
          buried: entry({ title: '龙舟赛事', keywords: ['龙舟'] }),
          elsewhere: entry({ title: '端午节放假通知', kind: 'document', facets: { kind: ['document'] } }),
        };
        beforeAll(() => engine.index(Object.values(preferred)));
        const none = { pinned: [], buried: [], favoured: [] };

        it('puts the pinned first in their order, whatever their words, and the buried last', async () => {
          const { elsewhere, second, plain, buried } = preferred;
          const preferences = { ...none, pinned: [elsewhere.recordId, second.recordId], buried: [buried.recordId] };
          const answer = await ask('龙舟', { preferences });
          expect(answer.hits.map(({ identifier }) => identifier)).toEqual([
            elsewhere.identifier,
            second.identifier,
            plain.identifier,
            buried.identifier,
          ]);
          expect(answer.total).toBe(4);
        });

        it('shows a pinned record for words that nothing has', async () => {
          const preferences = { ...none, pinned: [preferred.elsewhere.recordId] };
          expect(await found('鵸鵌', { preferences })).toEqual([preferred.elsewhere.identifier]);
        });

        it('lets filters hide what is pinned', async () => {
          const preferences = { ...none, pinned: [preferred.elsewhere.recordId] };
          const filters = [{ facet: 'kind' as const, values: ['dataset'] }];
          for (const facets of [[], ['kind' as const]])
            expect(await found('龙舟', { preferences, filters, facets })).not.toContain(preferred.elsewhere.identifier);
        });

        it('pages through them without repeating any', async () => {
          const preferences = { ...none, pinned: [preferred.elsewhere.recordId], buried: [preferred.buried.recordId] };
          const seen: string[] = [];
          for (let after: string | undefined; ;) {
            const { hits } = await ask('龙舟', { preferences, limit: 1, ...(after === undefined ? {} : { after }) });
            if (hits.length === 0) break;
            seen.push(hits[0]!.identifier);
            after = hits[0]!.cursor;
          }
          expect([seen.length, seen[0], seen.at(-1)]).toEqual([4, preferred.elsewhere.identifier, preferred.buried.identifier]);
        });

        it('raises what readers open', async () => {
          const [first, , last] = (await ask('龙舟')).hits;
          const raised = await ask('龙舟', { preferences: { ...none, favoured: [{ recordId: last!.recordId, share: 1 }] } });
          const scoreOf = (hits: typeof raised.hits, { recordId }: { recordId: string }) =>
            hits.find((hit) => hit.recordId === recordId)!.score;
          expect(scoreOf(raised.hits, last!)).toBeGreaterThan(last!.score);
          expect(scoreOf(raised.hits, first!)).toBeCloseTo(first!.score, 4);
        });

        it('explains a score by parts that make it up', async () => {
          const { hits } = await ask('龙舟 赛事', { explain: true, preferences: { ...none, pinned: [preferred.second.recordId] } });
          for (const { explanation, score } of hits) {
            expect(explanation!.map(({ part }) => part)).toContain('words');
            const sum = explanation!.reduce((total, { value }) => total + value, 0);
            expect(Math.abs(sum - score) / score).toBeLessThan(0.01);
          }
          expect(hits[0]!.explanation!.some(({ part }) => part === 'preference')).toBe(true);
          expect((await ask('龙舟')).hits[0]!.explanation).toBeUndefined();
        });
      });

      it('lists everything when nothing is asked', async () => {
        expect((await ask(understood(''), { limit: 100 })).total).toBe(await engine.count());
      });
    });

    describe('filters, facets, orders and pages', () => {
      const topics = ['教育', '医疗', '交通'];
      const records = Array.from({ length: 230 }, (_, index) =>
        entry({
          title: `档案馆目录${index % 7 === 0 ? '汇编' : ''}`,
          body: '档案'.repeat((index % 5) + 1),
          facets: {
            kind: ['dataset'],
            topic: [topics[index % 3]!],
            year: [String(2019 + (index % 2))],
            format: index % 2 === 0 ? ['csv', 'json'] : ['csv'],
          },
          publishedOn: `20${String(10 + (index % 15))}-05`,
          modifiedOn: index % 4 === 0 ? '' : `2023-01-${String((index % 28) + 1).padStart(2, '0')}`,
        }),
      );
      beforeAll(() => engine.index(records));
      const count = (matches: (facets: IndexEntry['facets']) => boolean) => records.filter(({ facets }) => matches(facets)).length;
      const valuesOf = ({ facets }: EngineResult, facet: Facet) =>
        Object.fromEntries((facets[facet] ?? []).map(({ value, count: n }) => [value, n]));

      it('counts exactly, more than a page and more than a window of candidates', async () => {
        expect((await ask('档案馆', { limit: 1 })).total).toBe(230);
      });

      it('restricts to any value of a facet and to every facet', async () => {
        const filters = [
          { facet: 'topic' as const, values: ['教育', '医疗'] },
          { facet: 'year' as const, values: ['2019'] },
        ];
        const expected = count(({ topic, year }) => topic![0] !== '交通' && year![0] === '2019');
        expect((await ask('档案馆', { filters })).total).toBe(expected);
        expect((await ask('档案馆', { filters, facets: ['topic', 'year'] })).total).toBe(expected);
        expect((await ask({ ...words('档案馆'), filters })).total).toBe(expected);
      });

      it('counts a facet without its own filter and with the others', async () => {
        const filters = [
          { facet: 'topic' as const, values: ['教育'] },
          { facet: 'format' as const, values: ['json'] },
        ];
        const result = await ask('档案馆', { filters, facets: [...FACETS] });
        const json = (facets: IndexEntry['facets']) => facets.format!.includes('json');
        expect(result.total).toBe(count((facets) => facets.topic![0] === '教育' && json(facets)));
        expect(valuesOf(result, 'topic')).toEqual(
          Object.fromEntries(topics.map((topic) => [topic, count((facets) => facets.topic![0] === topic && json(facets))])),
        );
        expect(valuesOf(result, 'format')).toEqual({
          csv: count(({ topic }) => topic![0] === '教育'),
          json: count((facets) => facets.topic![0] === '教育' && json(facets)),
        });
        expect(valuesOf(result, 'year')).toEqual({ 2019: result.total });
      });

      it('counts only the facets asked for', async () => {
        expect(Object.keys((await ask('档案馆', { facets: ['year'] })).facets)).toEqual(['year']);
      });

      it.each(['relevance', 'newest', 'updated', 'title'] as const)('pages by %s without repeating or skipping', async (sort) => {
        for (const limit of [100, 64]) {
          const seen: string[] = [];
          let after: string | undefined;
          do {
            const page = await ask('档案馆', { sort, limit, after });
            expect(page.total).toBe(230);
            seen.push(...page.hits.map(({ recordId }) => recordId));
            after = page.hits.length === limit ? page.hits.at(-1)?.cursor : undefined;
          } while (after);
          expect(seen).toHaveLength(230);
          expect(new Set(seen).size).toBe(230);
        }
      });

      it('never raises a score from one hit to the next', async () => {
        const first = await ask('档案馆', { limit: 100 });
        const second = await ask('档案馆', { limit: 100, after: first.hits.at(-1)!.cursor });
        const scores = [...first.hits, ...second.hits].map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      });

      it('orders by date, newest first, the undated last', async () => {
        const dates = new Map(records.map(({ recordId, publishedOn, modifiedOn }) => [recordId, { publishedOn, modifiedOn }]));
        const newest = (await ask('档案馆', { sort: 'newest', limit: 100 })).hits.map(({ recordId }) => dates.get(recordId)!.publishedOn);
        expect(newest).toEqual([...newest].sort().reverse());
        const updated = (await ask('档案馆', { sort: 'updated', limit: 100 })).hits.map(({ recordId }) => dates.get(recordId)!.modifiedOn);
        expect(updated[0]).toBe('2023-01-28');
        expect(updated).toEqual([...updated].sort().reverse());
      });

      it('orders titles as Chinese is read, by pinyin', async () => {
        const titles = ['重庆市索引样本', '安徽省索引样本', '北京市索引样本'].map((title) => entry({ title }));
        await engine.index(titles);
        expect(await found('索引样本', { sort: 'title' })).toEqual([titles[1], titles[2], titles[0]].map((title) => title!.identifier));
      });

      it('refuses a cursor from elsewhere and names the field', async () => {
        const { hits } = await ask('档案馆', { limit: 1 });
        const refused = expect.objectContaining({
          code: 'BAD_REQUEST',
          details: expect.objectContaining({ fields: [expect.objectContaining({ field: 'cursor' })] }),
        });
        for (const after of ['', 'nonsense', "'; DROP TABLE x; --", `${hits[0]!.cursor}x`.slice(3)])
          await expect(ask('档案馆', { after })).rejects.toEqual(refused);
        await expect(ask('公共厕所', { after: hits[0]!.cursor })).rejects.toEqual(refused);
        await expect(ask('档案馆', { after: hits[0]!.cursor, sort: 'newest' })).rejects.toBeInstanceOf(AppError);
      });
    });

    describe('versions and tombstones', () => {
      it('never lets an older version replace a newer one', async () => {
        const newer = entry({ title: '海绵城市 beta', version: 5 });
        await engine.index([newer]);
        await engine.index([{ ...newer, title: '海绵城市 alpha', version: 4 }]);
        expect((await ask('beta')).total).toBe(1);
        expect((await ask('alpha')).total).toBe(0);
        await engine.index([{ ...newer, title: '海绵城市 gamma', version: 6 }]);
        expect((await ask('beta')).total).toBe(0);
        expect(await found('gamma')).toEqual([newer.identifier]);
      });

      it('takes the newest of several versions in one batch', async () => {
        const one = entry({ title: '碳汇林 初稿', version: 1 });
        await engine.index([{ ...one, title: '碳汇林 定稿', version: 2 }, one]);
        expect((await ask('定稿')).total).toBe(1);
        expect((await ask('初稿')).total).toBe(0);
      });

      it('removes for good, but not a newer version', async () => {
        const gone = entry({ title: '驿站名册', version: 2 });
        await engine.index([gone]);
        const before = await engine.count();
        await engine.remove([{ recordId: gone.recordId, version: 1 }]);
        expect(await engine.count()).toBe(before);
        await engine.remove([{ recordId: gone.recordId, version: 3 }]);
        expect(await engine.count()).toBe(before - 1);
        expect((await ask('驿站')).total).toBe(0);
        await engine.index([gone, { ...gone, version: 3 }]);
        expect((await ask('驿站')).total).toBe(0);
        await engine.index([{ ...gone, version: 4 }]);
        expect((await ask('驿站')).total).toBe(1);
      });

      it('remembers the removal of what it never held', async () => {
        const late = entry({ title: '烽火台名册', version: 1 });
        await engine.remove([{ recordId: late.recordId, version: 2 }]);
        await engine.index([late]);
        expect((await ask('烽火台')).total).toBe(0);
      });

      it('agrees with itself when the same record is written and removed at once', async () => {
        const records = Array.from({ length: 20 }, () => entry({ title: '水车名册' }));
        await Promise.all(
          records.flatMap((record) => [engine.index([record]), engine.remove([{ recordId: record.recordId, version: 2 }])]),
        );
        expect((await ask('水车')).total).toBe(0);
      });
    });

    describe('hostile input', () => {
      const hostile = [
        "'",
        '\\',
        "\\'",
        '%',
        '_',
        ':*',
        "a:*b'&|!()",
        '<->',
        '\u0000',
        '\u0001\u001f',
        '\ud800',
        '\udc00x',
        '@kind=dataset',
        '#r-1',
        '长'.repeat(5000),
        '{"a":1}',
        '$1',
        '--',
        ';',
      ];

      it.each(hostile)('%j is only text, wherever it stands', async (text) => {
        const everywhere: AnalysedQuery = {
          ...understood(text),
          identifiers: [
            { type: 'identifier', value: text, partial: false },
            { type: 'documentNumber', value: text, partial: true },
          ],
          groups: [{ text, importance: 1, alternatives: [{ tokens: [text], weight: 1, source: 'typed' }] }],
          boosts: [{ facet: 'region', value: text, weight: 1 }],
        };
        await expect(ask(everywhere, { facets: [...FACETS] })).resolves.toMatchObject({ total: expect.any(Number) });
        await expect(ask({ ...words('档案馆'), phrases: [[text, text]], excluded: [text] })).resolves.toBeDefined();
        await expect(ask('档案馆', { filters: [{ facet: 'topic', values: [text] }], facets: [...FACETS] })).resolves.toMatchObject({
          total: 0,
        });
        await expect(engine.suggest(text, 5)).resolves.toBeInstanceOf(Array);
      });

      it('keeps and finds records with such texts in every field', async () => {
        const records = hostile.map((text) =>
          entry({
            title: `天文台${text}`,
            keywords: [text],
            abstract: text,
            body: text,
            items: [text],
            organizations: [text],
            identifiers: [text],
            facets: { kind: ['dataset'], topic: [text] },
          }),
        );
        await engine.index(records);
        expect((await ask('天文台', { limit: 100, facets: [...FACETS] })).total).toBe(records.length);
        await engine.remove(records.map(({ recordId }) => ({ recordId, version: 2 })));
      });

      it('finds nothing for punctuation alone', async () => {
        expect(await ask(understood('？！……'))).toMatchObject({ total: 0, hits: [] });
      });

      it('answers hundreds of groups', async () => {
        const groups = Array.from({ length: 400 }, (_, index) => group(index % 2 === 0 ? '档案' : `词${index}`));
        await expect(ask({ ...understood('长问'), groups })).resolves.toBeDefined();
      });
    });

    describe('suggestions', () => {
      beforeAll(() =>
        engine.index([
          entry({ title: '景区名录', organizations: ['文化和旅游局'] }),
          entry({ title: '全市景区客流', organizations: ['文化和旅游局'] }),
          entry({
            title: '关于景区安全的通知',
            kind: 'document',
            identifiers: ['某政发〔2020〕7号'],
            facets: { kind: ['document'], topic: ['旅游服务'] },
          }),
        ]),
      );
      const texts = async (prefix: string, limit = 10) => (await engine.suggest(prefix, limit)).map(({ text }) => text);

      it('completes the beginning first, then what stands inside', async () => {
        const completed = await texts('景区');
        expect(completed[0]).toBe('景区名录');
        expect(completed).toContain('全市景区客流');
      });

      it.each([
        ['jingqu', '景区名录'],
        ['jqml', '景区名录'],
        ['JingQu', '景区名录'],
        ['wenhua', '文化和旅游局'],
        ['某政发', '某政发〔2020〕7号'],
        ['旅游服', '旅游服务'],
      ])('%s completes to %s', async (prefix, text) => expect(await texts(prefix)).toContain(text));

      it('names a department once and no record for it', async () => {
        const departments = (await engine.suggest('文化和', 10)).filter(({ type }) => type === 'department');
        expect(departments).toEqual([{ text: '文化和旅游局', type: 'department' }]);
      });

      it('keeps to the limit and forgets what is removed', async () => {
        expect(await texts('景区', 1)).toHaveLength(1);
        const gone = entry({ title: '盐田分布', version: 1 });
        await engine.index([gone]);
        expect(await texts('盐田')).toEqual(['盐田分布']);
        await engine.remove([{ recordId: gone.recordId, version: 2 }]);
        expect(await texts('盐田')).toEqual([]);
      });

      it('offers neither topics nor words that only a removed or replaced record had', async () => {
        const topics = (topic: string) => ({ facets: { kind: ['dataset'], topic: [topic] } });
        const secret = entry({ title: '鹈鹕栖息地', keywords: ['啄木鸟'], ...topics('鹈鹕保护专项') });
        const other = entry({ title: '湿地名录', ...topics('湿地保护专项') });
        await engine.index([secret, other, entry({ title: '湿地管护', ...topics('湿地保护专项') })]);
        expect(await texts('鹈鹕保')).toEqual(['鹈鹕保护专项']);
        // A server may show new words a moment later.
        await expect
          .poll(async () => (await under.lexicon.similar('啄木岛')).map(({ term }) => term), { timeout: 20_000 })
          .toEqual(['啄木鸟']);
        await engine.remove([{ recordId: secret.recordId, version: 2 }]);
        await engine.index([{ ...other, version: 2, ...topics('候鸟监测专项') }]);
        expect(await texts('鹈鹕')).toEqual([]);
        expect(await texts('湿地保')).toEqual(['湿地保护专项']);
        expect(await texts('候鸟')).toEqual(['候鸟监测专项']);
        expect(await under.lexicon.similar('啄木岛')).toEqual([]);
        expect(await under.lexicon.byPinyin('zhuomuniao')).toEqual([]);
      });
    });

    describe('rebuilding', () => {
      it('shows the old index until the new one is whole, and keeps what was written meanwhile', async () => {
        const old = entry({ title: '旧索引 渔船', version: 1 });
        await engine.index([old]);
        const before = await engine.count();
        const rebuild = await engine.rebuild();
        const kept = entry({ title: '新索引 渔船', version: 1 });
        const updated = entry({ title: '渔船 旧稿', version: 1 });
        const removed = entry({ title: '渔船 将删', version: 1 });
        await engine.index([{ ...updated, title: '渔船 新稿', version: 2 }]);
        await engine.remove([{ recordId: removed.recordId, version: 2 }]);
        await rebuild.write([kept, updated, removed]);
        expect(await engine.count()).toBe(before + 1);
        expect((await ask('新索引')).total).toBe(0);
        await rebuild.publish();
        expect(await engine.count()).toBe(2);
        expect((await found('渔船')).sort()).toEqual([kept.identifier, updated.identifier].sort());
        expect((await ask('旧稿')).total).toBe(0);
        await engine.index([removed]);
        expect((await ask('将删')).total).toBe(0);
      });

      it('never shows an empty or half index to readers and writers at the switch', async () => {
        await engine.index(Array.from({ length: 40 }, () => entry({ title: '灯塔' })));
        const rebuild = await engine.rebuild();
        await rebuild.write(Array.from({ length: 60 }, () => entry({ title: '灯塔' })));
        let done = false;
        const totals = new Set<number>();
        const reading = (async () => {
          while (!done) totals.add((await ask('灯塔')).total);
        })();
        const writing = (async () => {
          for (let i = 0; i < 10; i++) await engine.index([entry({ title: '水塔' })]);
        })();
        await rebuild.publish();
        await writing;
        done = true;
        await reading;
        expect([...totals].filter((total) => total !== 40 && total !== 60)).toEqual([]);
        expect((await ask('灯塔')).total).toBe(60);
        expect((await ask('水塔')).total).toBe(10);
      });

      it('goes back to the index before, when the engine keeps one', async () => {
        const before = (await ask('灯塔')).total;
        const rebuild = await engine.rebuild();
        await rebuild.write([entry({ title: '新塔' })]);
        await rebuild.publish();
        expect((await ask('新塔')).total).toBe(1);
        const back = await engine.rollback();
        expect((await ask('新塔')).total).toBe(back ? 0 : 1);
        expect((await ask('灯塔')).total).toBe(back ? before : 0);
      });

      it('throws a rebuild away', async () => {
        const before = await engine.count();
        const rebuild = await engine.rebuild();
        await rebuild.write([entry({ title: '弃稿' })]);
        await rebuild.discard();
        expect(await engine.count()).toBe(before);
        expect((await ask('弃稿')).total).toBe(0);
        await (await engine.rebuild()).discard();
      });

      it('knows the facets of everything as those of any search, whatever was replaced, removed or rebuilt', async () => {
        const agreed = async () => {
          const facets = [...FACETS];
          // A condition that holds for everything makes an engine count, whatever it knows without.
          const counted = (await ask(understood(''), { where: { all: [] }, limit: 0, facets })).facets;
          for (const sort of ['relevance', 'title', { by: 'identifier', descending: false }] as const)
            expect((await ask(understood(''), { sort, limit: 0, facets })).facets).toEqual(counted);
          return counted.topic;
        };
        const facets = { kind: ['dataset'], topic: ['天文', '天文'], year: ['2001'] };
        const one = entry({ title: '@topic=天文 观测', facets });
        const other = entry({ title: '星表', facets });
        await engine.index([one, other]);
        expect(await agreed()).toEqual([{ value: '天文', count: 2 }]);
        await engine.index([{ ...one, version: 2, facets: { kind: ['dataset'], topic: ['地理', '天文'] } }]);
        expect(await agreed()).toEqual([
          { value: '天文', count: 2 },
          { value: '地理', count: 1 },
        ]);
        await engine.index([one]);
        await engine.remove([{ recordId: other.recordId, version: 2 }]);
        expect((await agreed())?.find(({ value }) => value === '天文')).toEqual({ value: '天文', count: 1 });
        const rebuild = await engine.rebuild();
        await engine.remove([{ recordId: one.recordId, version: 3 }]);
        await rebuild.write([one, entry({ title: '星图', facets })]);
        await rebuild.publish();
        expect(await agreed()).toEqual([{ value: '天文', count: 1 }]);
      });

      it('allows one rebuild at a time', async () => {
        const first = await engine.rebuild();
        await expect(engine.rebuild()).rejects.toMatchObject({ code: 'CONFLICT' });
        await first.discard();
      });
    });
  });
}
