import { z } from 'zod';

const several = (description: string) => z.array(z.string().max(200)).max(50).default([]).describe(description);

/** Filters that `search` and `list_facets` share; names and codes are both taken. */
export const filterShape = {
  kind: z
    .array(z.enum(['dataset', 'document']))
    .max(2)
    .default([])
    .describe('种类：dataset 数据、document 文件；不写为两者'),
  department: several('部门全称、简称或编号，如 ["澜川市教育局"]'),
  topic: several('主题名称或编码，如 ["卫生、体育"]'),
  region: several('行政区划名称或代码'),
  year: z.array(z.string().max(10)).max(50).default([]).describe('年份，四位数字，如 ["2025"]'),
  format: several('数据的文件格式，如 ["csv"]'),
  openness: several('开放类型：无条件开放、有条件开放、不予开放'),
  shareType: several('共享类型：无条件共享、有条件共享、不予共享'),
  validity: several('文件的有效性：有效、废止、失效、已修改。只要现行的，写 ["有效"]'),
  documentType: several('文种或体裁，如 ["通知"]、["政策解读"]'),
  updateCycle: several('数据的更新周期，如 ["每月"]'),
};

/** What is looked for. */
export const words = z.string().max(5000).describe('要找的内容：词、问句、文号、拼音，如“公积金贷款最高能贷多少”');
