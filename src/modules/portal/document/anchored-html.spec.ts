import { expect, it } from 'vitest';
import { anchoredHtml } from './anchored-html.js';

it.each<[string, string, string]>([
  ['an article', '<p>第五条 甲</p>', '<p id="art-5"><a class="anchor" href="#art-5">第五条</a> 甲</p>'],
  [
    'an article in bold',
    '<p><strong>第五条</strong>甲</p>',
    '<p id="art-5"><strong><a class="anchor" href="#art-5">第五条</a></strong>甲</p>',
  ],
  ['a number with markup inside', '<p>第<b>五</b>条 甲</p>', '<p id="art-5">第<b>五</b>条 甲</p>'],
  ['a heading', '<h2>说明</h2>', '<h2 id="h-1"><a class="anchor" href="#h-1">说明</a></h2>'],
  ['a heading that is a link', '<h2><a href="https://a.cn">甲</a></h2>', '<h2 id="h-1"><a href="https://a.cn">甲</a></h2>'],
  ['an empty heading', '<h2></h2>', '<h2></h2>'],
  ['a numbered heading', '<h3>二、任务</h3>', '<h3 id="item-2"><a class="anchor" href="#item-2">二、</a>任务</h3>'],
  ['a table', '<table><tr><td><p>第一条</p></td></tr></table><p>甲</p>', '<table><tr><td><p>第一条</p></td></tr></table><p>甲</p>'],
  [
    'text that looks like markup',
    '<p>第五条 &lt;script&gt;</p>',
    '<p id="art-5"><a class="anchor" href="#art-5">第五条</a> &lt;script&gt;</p>',
  ],
  ['a body that is broken', '<p>第五条 <p>甲', '<p>第五条 <p>甲'],
])('%s', (_, body, expected) => {
  expect(anchoredHtml(body).html).toBe(expected);
});

it('tells what there is, in order', () => {
  expect(anchoredHtml('<h2>一、甲</h2><h3>细目</h3><p>乙</p>').headings.map(({ id, rank }) => [id, rank])).toEqual([
    ['item-1', 1],
    ['h-1', 3],
  ]);
});
