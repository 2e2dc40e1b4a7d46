import { z } from 'zod';

/** What an assistant names when it uses a record. */
export const citationSchema = z.object({
  title: z.string().describe('标题'),
  department: z.string().nullable().describe('发布单位'),
  documentNumber: z.string().nullable().describe('发文字号；数据没有'),
  date: z.string().nullable().describe('发布日期；没有时为最近更新日期'),
  url: z.string().describe('永久网址，标题改变也不变'),
});

export type Citation = z.infer<typeof citationSchema>;

/** A citation in one line: 《标题》，单位，文号，日期。 Pure. */
export function citationLine({ title, department, documentNumber, date, url }: Citation): string {
  const named = title.includes('《') ? title : `《${title}》`;
  return `${[named, department, documentNumber, date].filter(Boolean).join('，')} ${url}`;
}
