import { masked, type Match, type Rule } from './finding.js';

/** 绝密, 机密 and 秘密 as marks: with a star and a period, after 密级, or alone on a line. A law about 国家秘密 has none of these. */
const MARKS = [
  /(?<![\u4e00-\u9fa5])(?:绝\s?密|机\s?密|秘\s?密)\s?[★☆✩*]\s?(?:长期|[0-9０-９一二三四五六七八九十]{1,3}\s?(?:年|个月)|启封前|公开前)?/g,
  /密\s?级\s?[：:]\s?(?:绝密|机密|秘密)/g,
  /(?<=^|\n)[ \t\u3000]*(?:绝\s?密|机\s?密|秘\s?密)[ \t\u3000]*(?=\n|$)/g,
  /内部资料[，,、；;\s]*(?:注意保存|严禁外传|不得外传)/g,
  /(?<=^|\n)[ \t\u3000]*(?:工作秘密|内部文件|内部资料|不得公开)[ \t\u3000]*(?=\n|$)/g,
];

/** A secrecy mark: nothing that bears one can be published here, whoever says so (保守国家秘密法 Art. 35). */
export const secrecyMarkRule: Rule = {
  name: 'secrecyMark',
  severity: 'forbidden',
  message: '带有密级或内部标志：涉密和内部材料不得在本平台处理，请立即移出并报告保密审查员；解密后凭书面依据去除标志再提交',
  basis: '《保守国家秘密法》第三十五条，《政府信息公开条例》第十四条',
  *find(text: string): Iterable<Match> {
    for (const pattern of MARKS)
      for (const found of text.matchAll(pattern)) {
        const lead = /^[ \t\u3000]*/.exec(found[0])![0].length;
        yield { start: found.index + lead, end: found.index + found[0].trimEnd().length };
      }
  },
  mask: (matched) => masked(matched, 2, 0),
};
