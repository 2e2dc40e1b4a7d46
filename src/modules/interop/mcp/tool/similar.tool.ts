import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { RecordReader } from '../../../catalog/index.js';
import { SearchService } from '../../../search/index.js';
import { cardLines, cardSchema } from '../view/card.js';
import { Cards } from '../view/cards.js';
import { citationSchema } from '../view/citation.js';
import { byLikeness, fusedRanks } from './fused-ranks.js';
import type { McpTool, ToolAnswer, ToolCall } from './tool.js';

const MOST_KEYWORDS = 4;
const LOOKED_AT = 30;

const input = z.strictObject({
  identifier: z.string().min(1).max(200).describe('以哪条记录为准，如 search 结果中的 identifier'),
  kind: z.enum(['dataset', 'document']).optional().describe('只要数据或只要文件；不写为两者'),
  limit: z.int().min(1).max(20).default(5).describe('最多几条'),
});

const output = z.object({ of: citationSchema, hits: z.array(cardSchema) });

/** `similar` */
@Injectable()
export class SimilarTool implements McpTool<typeof input, typeof output> {
  readonly name = 'similar';
  readonly title = '相近的数据和文件';
  readonly description = `给出与一条记录内容相近的其他记录（按标题和关键词），用于“还有没有类似的”“别的部门有没有同样的数据”“这份文件有没有配套的数据或解读”。正式的关系（废止、修改、解读）在 get_record 的 relations 中，不在这里。
例：{"identifier":"lanchuan-ds-fgw-010","kind":"document"}。`;
  readonly input = input;
  readonly output = output;

  constructor(
    private readonly searching: SearchService,
    private readonly records: RecordReader,
    private readonly cards: Cards,
  ) {}

  async run({ identifier, kind, limit }: z.output<typeof input>, call: ToolCall): Promise<ToolAnswer<z.input<typeof output>>> {
    const record = await this.records.get(identifier);
    const questions = [record.title, ...record.keywords.slice(0, MOST_KEYWORDS)];
    const filters = kind ? [{ facet: 'kind' as const, values: [kind] }] : [];
    const rankings = await Promise.all(questions.map((question) => this.searching.rank(question, filters, LOOKED_AT)));
    const candidates = fusedRanks(rankings).filter((each) => each !== identifier);
    const found = await this.records.byIdentifiers(candidates.slice(0, LOOKED_AT));
    const others = byLikeness(
      record,
      candidates.flatMap((each) => found.get(each) ?? []),
    );
    const [hits, own] = await Promise.all([this.cards.ofRecords(others.slice(0, limit), call), this.cards.ofRecords([record], call)]);
    const { citation } = own[0]!;
    return { structured: { of: citation, hits }, text: hits.length > 0 ? cardLines(hits) : `没有与“${record.title}”相近的记录。` };
  }
}
