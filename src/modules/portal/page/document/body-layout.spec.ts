import { describe, expect, it } from 'vitest';
import { layOut } from './body-layout.js';

const NOTICE = `各县（市、区）民政局、财政局：
为促进老年助餐服务，现将有关要求通知如下。
一、补助对象
二、补助标准按照下列规定执行。
（一）建设补助。新建食堂补助15万元。
澜川市民政局
澜川市财政局
2024年4月22日
（此件公开发布）

老年食堂补助办法
第一章　总则
第一条 为了规范补助，制定本办法。
第十二条之一　本条是增加的。`;

it('gives every paragraph of a notice its role', () => {
  expect(layOut(NOTICE).map(({ role }) => role)).toEqual([
    'addressee',
    'paragraph',
    'heading',
    'paragraph',
    'paragraph',
    'signature',
    'signature',
    'signature',
    'remark',
    'title',
    'chapter',
    'article',
    'article',
  ]);
});

it('takes the number from an article and keeps the rest', () => {
  expect(layOut('第十二条之一　本条是增加的。')).toEqual([{ role: 'article', number: '第十二条之一', text: '本条是增加的。' }]);
});

describe.each([
  ['a date within a sentence', '自2024年6月1日起施行。', 'paragraph'],
  ['an organ without a date below it', '澜川市民政局', 'paragraph'],
  ['a reference to an article', '第三条规定的情形除外，按照', 'article'],
  ['a sentence that begins with an ordinal', '一、二类企业应当报告。', 'paragraph'],
  ['a long line that begins with a number', `一、${'很长的一句话'.repeat(10)}`, 'paragraph'],
  ['a date in Chinese numerals', '二〇二四年四月二十二日', 'signature'],
])('%s', (_, text, role) => {
  it(`is ${role}`, () => expect(layOut(text)[0]!.role).toBe(role));
});

it('keeps every character but the line ends', () => {
  const kept = layOut(NOTICE)
    .map((block) => (block.role === 'article' ? block.number : '') + block.text)
    .join('');
  expect(kept.replace(/[\s　]/g, '')).toBe(NOTICE.replace(/[\s　]/g, ''));
});
