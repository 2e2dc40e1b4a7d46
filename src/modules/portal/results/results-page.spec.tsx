import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { type SearchAnswer, SearchInput } from '../../search/index.js';
import { ResultsPage } from './results-page.js';

const site = {
  baseUrl: 'http://127.0.0.1',
  name: '好找',
  slogan: '目录',
  style: '/s.css',
  script: '/s.js',
  workbenchStyle: '/w.css',
  styleguideStyle: '/g.css',
  recordScript: '',
  workbenchScript: '/w.js',
};
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
const page = (input: Partial<SearchInput>, answer: Partial<SearchAnswer> = {}) =>
  renderToString(
    <ResultsPage site={site} input={Object.assign(new SearchInput(), input)} answer={{ ...nothing, ...answer }} counted={false} />,
  );

describe('the search page', () => {
  it('escapes what was typed', () => {
    expect(page({ q: '<script>alert(1)</script>' })).not.toContain('<script>alert');
  });

  it('says that nothing was found, and offers to drop filters only when there are some', () => {
    expect(page({ q: '甲' })).toContain('没有找到');
    expect(page({ q: '甲' })).not.toContain('去掉筛选条件');
    expect(page({ q: '甲', year: ['2020'] })).toContain('去掉筛选条件');
  });

  it('lets a person take back what was understood', () => {
    const html = page({ q: '人社局 社保' }, { interpretation: [{ type: 'department', text: '人社局', meaning: '人力资源和社会保障局' }] });
    expect(html).toContain('人社局：人力资源和社会保障局');
    expect(html).toContain(`href="/search?q=${encodeURIComponent('社保')}"`);
  });

  it('tells which words the results may lack', () => {
    expect(page({ q: '甲 乙' }, { relaxed: ['乙'] })).toContain('可能不含：乙');
  });
});
