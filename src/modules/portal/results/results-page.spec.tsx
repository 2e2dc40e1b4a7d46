import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { type FacetGroup, type NamedFilter, type SearchAnswer, type SearchHit, SearchInput } from '../../search/index.js';
import { SITE, unmarked } from '../layout/site.fixture.js';
import { type Language, ReadingContext, readingIn } from '../reading/reading.js';
import { ResultsPage, type ResultsPageProps } from './results-page.js';

const HAN = /\p{Script=Han}/u;
const HOSTILE = '"><script>alert(1)</script>';
const nothing: SearchAnswer = {
  total: { value: 0, exact: true },
  hits: [],
  facets: [],
  interpretation: [],
  relaxed: [],
  suggestion: null,
  nextCursor: null,
  tookMs: 1,
};
const hit: SearchHit = {
  identifier: 'a',
  kind: 'dataset',
  title: '食品抽检',
  snippet: null,
  attachment: null,
  highlights: [],
  department: '市场监督管理局',
  topic: null,
  region: null,
  publishedOn: '2024-03-05',
  modifiedOn: '2025-03-05',
  validity: null,
  documentNumber: null,
  documentType: null,
  openness: '有条件开放',
  updateCycle: '每月',
  formats: ['csv'],
  score: 1,
  url: '/datasets/a',
  pinned: false,
  explanation: [],
};
const years: FacetGroup = {
  name: 'year',
  label: '年份',
  values: [
    { value: '2023', label: '2023年', count: 4, selected: false },
    { value: '2024', label: '2024年', count: 2, selected: true },
  ],
};
const chosen: NamedFilter = { facet: 'year', group: '年份', value: '2024', label: '2024年' };

interface Given {
  input?: Partial<SearchInput>;
  answer?: Partial<SearchAnswer>;
  rest?: Partial<ResultsPageProps>;
  language?: Language;
}
const page = ({ input = {}, answer = {}, rest = {}, language = 'zh' }: Given) =>
  renderToString(
    <ReadingContext.Provider value={readingIn(language)}>
      <ResultsPage
        site={SITE}
        input={Object.assign(new SearchInput(), input)}
        answer={{ ...nothing, ...answer }}
        before={0}
        counted={false}
        mail
        {...rest}
      />
    </ReadingContext.Provider>,
  );
const found = (...hits: Partial<SearchHit>[]) => ({
  total: { value: hits.length, exact: true },
  hits: hits.map((one) => ({ ...hit, ...one })),
});

describe('the results', () => {
  it('show what was typed and what is hostile as text', () => {
    const html = page({
      input: { q: HOSTILE, department: [HOSTILE] },
      answer: {
        ...found({ title: HOSTILE, department: HOSTILE, documentNumber: HOSTILE, attachment: { title: HOSTILE, url: '/f' }, snippet: 'x' }),
        interpretation: [{ type: HOSTILE, text: HOSTILE, meaning: HOSTILE + '!' }],
        relaxed: [HOSTILE],
        suggestion: HOSTILE,
        facets: [{ name: 'department', label: HOSTILE, values: [{ value: HOSTILE, label: HOSTILE, count: 1, selected: true }] }],
      },
      rest: { filters: [{ facet: 'department', group: HOSTILE, value: HOSTILE, label: HOSTILE }], popular: [HOSTILE] },
    });
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('"">');
  });

  it('let a person take back what the words were taken for', () => {
    const html = page({
      input: { q: '人社局 社保' },
      answer: { interpretation: [{ type: 'department', text: '人社局', meaning: '人力资源和社会保障局' }] },
    });
    expect(html).toContain('人社局 → 人力资源和社会保障局');
    expect(html).toContain(`href="/search?q=${encodeURIComponent('社保')}"`);
  });

  it('offer what was meant, and tell which words the results may lack', () => {
    const html = page({ input: { q: '甲 乙' }, answer: { ...found({}), relaxed: ['乙'], suggestion: '丙' } });
    expect(html).toContain('可能不含：乙');
    expect(html).toContain(`href="/search?q=${encodeURIComponent('丙')}"`);
  });

  it('tell where the words stand: in an attachment, or in items that no passage shows', () => {
    const items = ['抽检<mark>批次</mark>', '<mark>批次</mark>号'].map((html) => ({ field: 'item', html }));
    const html = page({
      input: { q: '批次' },
      answer: found({ highlights: items, snippet: `信息项：${items[1]!.html}`, attachment: { title: '附表', url: '/files/1' } }),
    });
    expect(html).toContain('href="/files/1"');
    expect(html).toMatch(/含字段：.*抽检<mark>批次<\/mark>/);
    expect(html.match(/<mark>批次<\/mark>号/g)).toHaveLength(1);
  });

  it('mark openness and validity in words', () => {
    const html = page({ answer: found({ openness: '有条件开放' }, { kind: 'document', validity: '废止', openness: null }) });
    expect(html).toContain('badge-changed">有条件开放');
    expect(html).toContain('badge-ended">废止');
    expect(html).toContain('每月更新');
  });

  it('count pages where the address says what went before', () => {
    const answer = { ...found({}, {}), total: { value: 45, exact: true }, nextCursor: 'n' };
    const html = page({ input: { cursor: 'c' }, answer, rest: { before: 20 } });
    expect(html).toContain('当前第 21–22 条');
    expect(html).toContain('start="21"');
    expect(html).toContain('cursor=n&amp;from=22');
    expect(html).toContain('href="/search"');
    expect(page({ input: { cursor: 'c' }, answer, rest: { before: undefined } })).not.toContain('当前第');
    expect(page({ input: { cursor: 'c' }, answer, rest: { before: 900 } })).not.toContain('当前第');
  });

  it('lead to feed, mail and files of the same search', () => {
    const html = page({ input: { q: '甲', year: ['2024'], sort: 'newest' }, answer: found({}) });
    const query = `q=${encodeURIComponent('甲')}&amp;year=2024`;
    for (const way of [
      `/search.atom?${query}"`,
      `/subscriptions/new?${query}"`,
      `/search.csv?${query}&amp;sort=newest"`,
      `/search.xlsx?${query}&amp;sort=newest"`,
    ])
      expect(html).toContain(`href="${way}`);
  });
});

describe('the filters', () => {
  const given: Given = {
    input: { q: '甲', year: ['2024'], format: ['csv'] },
    answer: { ...found({}), facets: [years] },
    rest: { filters: [chosen, { facet: 'format', group: '格式', value: 'csv', label: 'CSV' }] },
  };

  it('stand in one closed element that says how many are on, and before the results', () => {
    const html = page(given);
    expect(html).toContain('<details class="filters"><summary>筛选（已选 2）</summary>');
    expect(html.indexOf('id="filters"')).toBeLessThan(html.indexOf('id="results"'));
    expect(html).toContain('href="#filters"');
  });

  it('can be taken off one by one and all at once', () => {
    const q = encodeURIComponent('甲');
    const html = page(given);
    expect(html).toContain(`href="/search?q=${q}&amp;format=csv" aria-label="去掉“2024年”"`);
    expect(html).toContain(`href="/search?q=${q}&amp;year=2024" aria-label="去掉“CSV”"`);
    expect(html).toContain(`href="/search?q=${q}">全部清除`);
  });

  it('add a value to those that are on', () => {
    expect(page(given)).toContain('year=2024&amp;year=2023&amp;format=csv');
  });
});

describe('without results', () => {
  it('one can ask for less, look around, or ask for it', () => {
    const html = page({ input: { q: '甲', year: ['2024'] }, rest: { filters: [chosen], popular: ['社保'] } });
    expect(html).toContain('没有找到');
    expect(html).toMatch(/去掉条件：<a rel="nofollow" href="\/search\?q=[^&"]+">/);
    expect(html).toContain(`href="/ask?q=${encodeURIComponent('甲')}"`);
    expect(html).toContain(`href="/search?q=${encodeURIComponent('社保')}"`);
    expect(html).not.toContain('search.csv');
  });

  it('nothing is offered to drop where nothing is on', () => {
    expect(page({ input: { q: '甲' } })).not.toContain('去掉条件');
  });
});

describe('in English', () => {
  it('everything but what records and visitors say is English, and that is marked as Chinese', () => {
    const html = page({
      language: 'en',
      input: { q: 'a', year: ['2024'], cursor: 'c' },
      answer: {
        ...found({ snippet: '甲', pinned: true }, { kind: 'document', documentType: '通知', validity: '废止', openness: null }),
        total: { value: 45, exact: true },
        facets: [years],
        nextCursor: 'n',
        relaxed: ['乙'],
        suggestion: '丙',
        interpretation: [
          { type: 'synonym', text: '甲', meaning: '乙' },
          { type: 'phrase', text: '“丁”', meaning: '必须含有“丁”' },
          { type: 'kind', text: '通知', meaning: '更可能找文件' },
        ],
      },
      rest: { filters: [chosen], before: 20 },
    });
    expect(unmarked(html)).not.toMatch(HAN);
    for (const words of [
      'Showing 21–22',
      'Open on conditions',
      'Repealed',
      'Did you mean',
      'may lack',
      'more likely documents',
      'Filters (1 chosen)',
    ])
      expect(html).toContain(words);
    expect(html).not.toContain('必须');
  });

  it('nothing found is told in English', () => {
    expect(unmarked(page({ language: 'en', input: { q: 'a' }, rest: { filters: [chosen], popular: ['社保'] } }))).not.toMatch(HAN);
  });
});
