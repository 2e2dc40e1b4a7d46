import type { Rule } from './finding.js';
import words from './wrong-words.json' with { type: 'json' };

/** Words that are written wrongly, or institutions that have another name now: told, never blocking; the list is data. */
export const wordRules: readonly Rule[] = words.map(([wrong, right]) => ({
  name: 'wrongWord',
  severity: 'warn',
  message: `“${wrong}”通常应写作“${right}”，请核对（引用历史文件原文的除外）`,
  basis: '《通用规范汉字表》及机构现行名称',
  *find(text: string) {
    for (let start = text.indexOf(wrong!); start >= 0; start = text.indexOf(wrong!, start + 1)) yield { start, end: start + wrong!.length };
  },
  mask: (matched: string) => matched,
}));
