import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type AnyRecord, RecordReader } from '../../../catalog/index.js';
import { documentNumberKeys } from '../../../kernel/identifier/index.js';
import { validateQuery } from '../../../kernel/field/index.js';
import { SearchInput, SearchService } from '../../../search/index.js';
import { cardLines, cardSchema } from '../view/card.js';
import { Cards } from '../view/cards.js';
import type { McpTool, ToolAnswer, ToolCall } from './tool.js';

const LOOKED_AT = 20;
const MOST_CANDIDATES = 5;

const input = z.strictObject({
  number: z
    .string()
    .min(1)
    .max(200)
    .describe('发文字号或索引号，怎么写都行：澜人社规〔2021〕1号、澜人社规[2021]1、11680700MB0A13468B/2021-00002'),
});

const output = z.object({
  documents: z.array(cardSchema).describe('就是这个号的文件'),
  candidates: z.array(cardSchema).describe('没有完全相符的时，可能相关的文件'),
});

/** `find_document_by_number` */
@Injectable()
export class FindDocumentTool implements McpTool<typeof input, typeof output> {
  readonly name = 'find_document_by_number';
  readonly title = '按文号或索引号找文件';
  readonly description = `已经知道发文字号（如“澜人社规〔2021〕1号”）或索引号时用它，比 search 准确：括号、全角半角、空格、“号”字写不写都不要紧。documents 为恰好是这个号的文件；为空时 candidates 是可能相关的，不要当成就是它。
例：{"number":"澜人社规[2021]1"}。要正文和与其他文件的关系，再用 get_record。`;
  readonly input = input;
  readonly output = output;

  constructor(
    private readonly searching: SearchService,
    private readonly records: RecordReader,
    private readonly cards: Cards,
  ) {}

  async run({ number }: z.output<typeof input>, call: ToolCall): Promise<ToolAnswer<z.input<typeof output>>> {
    const { hits } = await this.searching.search(validateQuery(SearchInput, { q: number, kind: ['document'], limit: LOOKED_AT }, '参数'));
    const found = await this.records.byIdentifiers(hits.map(({ identifier }) => identifier));
    const records = hits.flatMap(({ identifier }) => found.get(identifier) ?? []);
    const [exact, others] = [records.filter((each) => hasNumber(each, number)), records.filter((each) => !hasNumber(each, number))];
    const documents = await this.cards.ofRecords(exact, call);
    const candidates = exact.length > 0 ? [] : await this.cards.ofRecords(others.slice(0, MOST_CANDIDATES), call);
    const text =
      documents.length > 0
        ? cardLines(documents)
        : candidates.length > 0
          ? `没有文号恰好是“${number}”的文件。可能相关的：\n${cardLines(candidates)}`
          : `没有找到文号或索引号为“${number}”的文件，请核对年份和序号，或用 search 按标题查找。`;
    return { structured: { documents, candidates }, text };
  }
}

/** Whether a document bears this number, in whatever typing. Pure. */
function hasNumber(record: AnyRecord, number: string): boolean {
  if (record.kind !== 'document') return false;
  const wanted = documentNumberKeys(number);
  const own = documentNumberKeys(record.documentNumber ?? '');
  return wanted.some((key) => own.includes(key)) || (!!record.indexNumber && compact(record.indexNumber) === compact(number));
}

const compact = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
