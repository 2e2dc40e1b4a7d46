import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { SITE, unmarked } from '../layout/site.fixture.js';
import { type Language, ReadingContext, readingIn } from '../reading/reading.js';
import { HomePage, type HomeProps } from './home-page.js';

const page = (given: Partial<HomeProps>, language: Language = 'zh') =>
  renderToString(
    <ReadingContext.Provider value={readingIn(language)}>
      <HomePage
        site={SITE}
        jsonLd={[]}
        all={undefined}
        newestDocuments={[]}
        newestDatasets={[]}
        departments={[]}
        mostUsed={[]}
        popular={[]}
        {...given}
      />
    </ReadingContext.Provider>,
  );

describe('the first page', () => {
  it('has the box and examples, and leaves out what there is nothing of', () => {
    const html = page({});
    expect(html).toContain('role="search"');
    expect(html).toContain('试试：');
    for (const id of ['standing', 'most-used', 'topics', 'departments', 'newest-documents']) expect(html).not.toContain(`id="${id}"`);
  });

  it('takes examples from what many ask', () => {
    const html = page({ popular: ['甲', '乙', '丙', '丁'] });
    expect(html).toContain('大家常搜：');
    expect(html).toContain(`href="/search?q=${encodeURIComponent('丁')}"`);
    expect(html).not.toContain('试试：');
  });

  it('shows what is used most, and how duties are kept, as text', () => {
    const html = page({
      mostUsed: [{ identifier: 'a/b', title: '<b>公交</b>', uses: 1234 }],
      standing: {
        figures: [{ value: '98%', label: '按时公开', href: '/transparency?measure=a' }],
        deadlines: [{ duty: '应当更新', title: '<i>答复</i>', href: '/datasets/1', on: '2026-12-01' }],
      },
    });
    expect(html).toContain('href="/datasets/a%2Fb"');
    expect(html).toContain('&lt;b>公交&lt;/b>');
    expect(html).toContain('1,234 次');
    expect(html).toContain('href="/transparency?measure=a"');
    expect(html).toContain('&lt;i>答复');
  });

  it('is English but for what it lists', () => {
    const html = unmarked(page({ mostUsed: [{ identifier: 'a', title: '公交', uses: 2 }] }, 'en'));
    expect(html).not.toMatch(/\p{Script=Han}/u);
  });
});
