import { z } from 'zod';
import { citationLine, citationSchema } from './citation.js';

/** A record in a list, with what decides whether to look closer. */
export const cardSchema = z.object({
  identifier: z.string().describe('标识符，用于 get_record、describe_table、similar'),
  kind: z.enum(['dataset', 'document']).describe('dataset 数据，document 文件'),
  title: z.string(),
  summary: z.string().nullable().describe('命中处前后的文字，或摘要'),
  department: z.string().nullable(),
  topic: z.string().nullable(),
  publishedOn: z.string().nullable(),
  modifiedOn: z.string().nullable(),
  documentNumber: z.string().nullable(),
  validity: z.string().nullable().describe('文件的有效性：有效、废止、失效等'),
  openness: z.string().nullable().describe('数据的开放类型'),
  updateCycle: z.string().nullable().describe('数据的更新周期'),
  tables: z.array(z.object({ name: z.string(), title: z.string(), rowCount: z.number() })).describe('可以逐行查询的表，用于 query_rows'),
  attachment: z.object({ title: z.string(), url: z.string() }).nullable().describe('所查的词只见于这个附件'),
  citation: citationSchema,
});

/** What goes without saying. */
const IN_FORCE = new Set(['有效', '现行有效']);

export type Card = z.infer<typeof cardSchema>;

/** Cards as a numbered list. Pure. */
export function cardLines(cards: readonly Card[]): string {
  return cards.map((card, index) => `${index + 1}. ${linesOf(card).join('\n   ')}`).join('\n');
}

function linesOf({ kind, identifier, validity, summary, tables, citation }: Card): string[] {
  const state = validity && !IN_FORCE.has(validity) ? `［${validity}］` : '';
  const rows = tables.map(({ name, rowCount }) => `${name}（${rowCount} 行）`).join('、');
  return [
    `${kind === 'dataset' ? '［数据］' : '［文件］'}${state}${citationLine(citation)}`,
    `标识符：${identifier}${rows ? `；可查询的表：${rows}` : ''}`,
    ...(summary ? [summary.slice(0, 160).replace(/\s+/g, ' ')] : []),
  ];
}
