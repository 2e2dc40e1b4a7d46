import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { validateQuery } from '../../../kernel/field/index.js';
import { FACETS, SearchInput, SearchService } from '../../../search/index.js';
import { filterShape, words } from './search-parameters.js';
import type { McpTool, ToolAnswer } from './tool.js';

const input = z.strictObject({
  facets: z.array(z.enum(FACETS)).max(20).default([]).describe('只要哪些分面，如 ["department"]；不写为全部'),
  q: words.optional(),
  ...filterShape,
});

const output = z.object({
  total: z.number().describe('符合条件的记录数'),
  facets: z.array(
    z.object({
      name: z.string().describe('search 的参数名'),
      label: z.string(),
      values: z.array(z.object({ value: z.string().describe('参数取值'), label: z.string(), count: z.number() })),
    }),
  ),
});

/** `list_facets` */
@Injectable()
export class ListFacetsTool implements McpTool<typeof input, typeof output> {
  readonly name = 'list_facets';
  readonly title = '按部门、主题、年份等统计';
  readonly description = `列出目录（或一次搜索的结果）按部门、主题、年份、文种、有效性、开放类型、格式等各有多少条。用于“有多少份”“哪些部门有”“哪年最多”一类问题，以及不知道该怎么筛选时。
例：全部概况 {}；{"facets":["department"],"kind":["dataset"]}；{"q":"养老","facets":["year","validity"]}。
values 的 value 可以原样放进 search 的同名参数。每个分面的计数不受它自己的筛选影响；total 受全部筛选影响。`;
  readonly input = input;
  readonly output = output;

  constructor(private readonly searching: SearchService) {}

  async run({ facets: wanted, ...asked }: z.output<typeof input>): Promise<ToolAnswer<z.input<typeof output>>> {
    const { total, facets } = await this.searching.search(validateQuery(SearchInput, { ...asked, limit: 1 }, '参数'));
    const shown = facets.filter(({ name }) => wanted.length === 0 || (wanted as string[]).includes(name));
    const structured = {
      total: total.value,
      facets: shown.map(({ name, label, values }) => ({
        ...{ name, label },
        values: values.map(({ value, label: meaning, count }) => ({ value, label: meaning, count })),
      })),
    };
    const lines = structured.facets.map(
      ({ name, label, values }) => `${label}（${name}）：${values.map(({ label: meaning, count }) => `${meaning} ${count}`).join('、')}`,
    );
    return { structured, text: [`共 ${structured.total} 条。`, ...lines].join('\n') };
  }
}
