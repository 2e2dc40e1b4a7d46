import { describe, expect, it } from 'vitest';
import { highlight, type PlacingAnalyzer } from './highlight.js';
import { snippet } from './snippet.js';

/** Places every occurrence of a few words: what is tested here is markup, not segmentation. */
const analyzer: PlacingAnalyzer = {
  tokensWithOffsets: (text) =>
    ['政务', '政务信息', '信息', '公开', 'script', 'b', 'amp', '😀'].flatMap((token) =>
      [...text.matchAll(new RegExp(token, 'gu'))].map(({ index }) => ({ token, start: index, end: index + token.length })),
    ),
};
const marked = /<mark>|<\/mark>/g;

describe('highlight', () => {
  it.each([
    ['政务信息公开条例', ['公开'], '政务信息<mark>公开</mark>条例'],
    ['政务信息公开', ['政务', '政务信息', '信息'], '<mark>政务信息</mark>公开'],
    ['<script>公开</script>', ['公开', 'script'], '&lt;<mark>script</mark>&gt;<mark>公开</mark>&lt;/<mark>script</mark>&gt;'],
    ['a & b "c" \'d\'', ['b'], 'a &amp; <mark>b</mark> &quot;c&quot; &#39;d&#39;'],
    ['a & b', ['amp'], 'a &amp; b'],
    ['<mark>公开', [], '&lt;mark&gt;公开'],
    ['😀公开\ud83d', ['😀'], '<mark>😀</mark>公开\ufffd'],
    ['', ['公开'], ''],
  ])('marks %j', (text, terms, html) => expect(highlight(text, analyzer, terms)).toBe(html));
});

describe('snippet', () => {
  const filler = '第一条为了规范行政行为，制定本办法。'.repeat(30);

  it('shows the passage where most different terms stand together, from the start of its sentence', () => {
    const text = `${filler}公开公开公开。${filler}行政机关应当及时公开政务信息。${filler}`;
    const html = snippet(text, analyzer, ['政务', '信息', '公开']);
    expect(html).toMatch(/^…行政机关应当及时<mark>公开政务信息<\/mark>。.*…$/u);
    expect(html.replaceAll(marked, '').length).toBeLessThanOrEqual(122);
  });

  it('starts shortly before the words when the sentence is long', () => {
    const html = snippet(`${'规'.repeat(300)}公开${'范'.repeat(300)}`, analyzer, ['公开']);
    expect(html).toMatch(/^…规{15}<mark>公开<\/mark>范+…$/u);
  });

  it('shows the beginning when nothing stands in the text', () => {
    expect(snippet('全文不含所查的词。', analyzer, ['公开'])).toBe('全文不含所查的词。');
    expect(snippet(filler, analyzer, [])).toBe(`${filler.slice(0, 120)}…`);
  });

  it('never cuts a character in two', () => {
    const html = snippet('😀'.repeat(400), analyzer, [], { length: 121 });
    expect(html.isWellFormed()).toBe(true);
    expect(html).toBe(`${'😀'.repeat(60)}…`);
  });

  it('takes terms literally', () => {
    expect(snippet('a.b 公开 (', analyzer, ['(', '[', '\\', '公开', '.*'])).toBe('a.b <mark>公开</mark> (');
  });
});
