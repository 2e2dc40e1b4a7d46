import { describe, expect, it } from 'vitest';
import { cleanBody, plainBody } from './body-text.js';

describe('cleanBody', () => {
  it.each([
    ['keeps plain text', '第一条 温度<10℃，A&B', '第一条 温度<10℃，A&B'],
    ['keeps comparisons of letters', '若 a<b && c>d，则 x<p 或 y>q', '若 a<b && c>d，则 x<p 或 y>q'],
    ['keeps HTML known for HTML', '<span>a &lt; b</span>', '<p>a &lt; b</p>'],
    [
      'finds tags with attributes of every kind',
      "<td colspan=2 nowrap title='甲'>乙</td><div>丙</div>",
      '<td colspan="2">乙</td><p>丙</p>',
    ],
    ['makes line ends one kind', '甲\r\n乙\r丙', '甲\n乙\n丙'],
    ['keeps structure', '<p>甲<br />乙</p>', '<p>甲<br />乙</p>'],
    ['drops scripts and handlers', '<p onclick="x()">甲<script>alert(1)</script></p>', '<p>甲</p>'],
    ['drops script links', '<p><a href="javascript:alert(1)">甲</a></p>', '<p><a>甲</a></p>'],
    ['drops styles and frames', '<p style="color:red">甲</p><iframe src="x"></iframe>', '<p>甲</p>'],
  ])('%s', (_, given, expected) => {
    expect(cleanBody(given)).toBe(expected);
    expect(cleanBody(expected), 'cleaned again').toBe(expected);
  });
});

describe('plainBody', () => {
  it('leaves words and line breaks', () => {
    expect(plainBody('<p>第一条&nbsp;甲 &lt;乙&gt;</p><table><tr><td>丙</td></tr></table>')).toBe('第一条 甲 <乙>\n丙');
  });
});
