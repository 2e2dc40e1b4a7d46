import { expect, it } from 'vitest';
import { contentOf, element } from './xml.js';

it.each([
  [element('a'), '<a/>'],
  [element('a', { b: 'x"<&\n', c: null, d: 0 }), '<a b="x&quot;&lt;&amp;&#10;" d="0"/>'],
  [element('a', {}, '<b> & ]]>', element('c'), null, ['x', 1]), '<a>&lt;b&gt; &amp; ]]&gt;<c/>x1</a>'],
  [element('a', {}, 'a\u0000b\uFFFEc\uD800d\uDC00e𠮷\r'), '<a>abcde𠮷&#13;</a>'],
])('writes %s', (xml, text) => {
  expect(contentOf(xml)).toBe(text);
});
