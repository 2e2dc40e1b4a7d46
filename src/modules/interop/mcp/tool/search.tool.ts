import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { validateQuery } from '../../../kernel/field/index.js';
import { SearchInput, SearchService } from '../../../search/index.js';
import { cardLines, cardSchema } from '../view/card.js';
import { Cards } from '../view/cards.js';
import { filterShape, words } from './search-parameters.js';
import type { McpTool, ToolAnswer, ToolCall } from './tool.js';

const input = z.strictObject({
  q: words.optional(),
  ...filterShape,
  sort: z.enum(['relevance', 'newest', 'updated', 'title']).default('relevance').describe('排序：相关、最新发布、最近更新、标题'),
  limit: z.int().min(1).max(100).default(10).describe('每页条数'),
  cursor: z.string().max(4000).optional().describe('上一页的 nextCursor；其他参数不能改变'),
});

const output = z.object({
  total: z.number().describe('一共多少条'),
  hits: z.array(cardSchema),
  interpretation: z.array(z.object({ text: z.string(), meaning: z.string() })).describe('对输入的理解'),
  relaxed: z.array(z.string()).describe('为找到结果而放宽的词：最前面的结果不含它们'),
  suggestion: z.string().nullable().describe('您是不是要找'),
  nextCursor: z.string().nullable(),
});

/** `search` */
@Injectable()
export class SearchTool implements McpTool<typeof input, typeof output> {
  readonly name = 'search';
  readonly title = '搜索数据和文件';
  readonly description = `在政府公开文件和公共数据中搜索，是大多数问题的第一步。懂口语、简称、拼音、错字、近义词，所以直接用人的说法去搜即可。
例：{"q":"引进人才有什么补贴","kind":["document"],"validity":["有效"]}；{"q":"公共厕所位置","kind":["dataset"]}；只看最新：{"department":["澜川市教育局"],"sort":"newest","limit":5}。
q 中可以写 “必须含有的原话”、-不要的词、部门:… 年份:…。结果只有摘要：要正文、电话、附件用 get_record；结果中 tables 不空的数据可以用 query_rows 查数字。找不到时换更短的说法，或用 list_facets 看有什么。`;
  readonly input = input;
  readonly output = output;

  constructor(
    private readonly searching: SearchService,
    private readonly cards: Cards,
  ) {}

  async run(asked: z.output<typeof input>, call: ToolCall): Promise<ToolAnswer<z.input<typeof output>>> {
    const answer = await this.searching.search(validateQuery(SearchInput, asked, '参数'));
    const hits = await this.cards.ofHits(answer.hits, call);
    const { total, interpretation, relaxed, suggestion, nextCursor } = answer;
    const structured = {
      total: total.value,
      hits,
      interpretation: interpretation.map(({ text, meaning }) => ({ text, meaning })),
      ...{ relaxed, suggestion, nextCursor },
    };
    return { structured, text: textOf(structured) };
  }
}

function textOf({ total, hits, relaxed, suggestion, nextCursor }: z.output<typeof output>): string {
  if (total === 0) return `没有找到。${suggestion ? `您是不是要找：${suggestion}` : '请换更短或更通用的说法，或减少筛选条件。'}`;
  return [
    `共 ${total} 条${relaxed.length > 0 ? `（没有同时含有所有词的，放宽了：${relaxed.join('、')}）` : ''}：`,
    cardLines(hits),
    ...(nextCursor ? ['还有更多：用 cursor 取下一页。'] : []),
  ].join('\n');
}
