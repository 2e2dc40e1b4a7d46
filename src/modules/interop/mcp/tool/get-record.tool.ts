import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type AnyRecord, RecordReader, resourceUrl } from '../../../catalog/index.js';
import { DepartmentService } from '../../../department/index.js';
import { cardSchema } from '../view/card.js';
import { Cards } from '../view/cards.js';
import { citationLine, citationSchema } from '../view/citation.js';
import { recordLines, recordSchema, recordView, type RecordView } from '../view/record-view.js';
import type { McpTool, ToolAnswer, ToolCall } from './tool.js';

const input = z.strictObject({
  identifier: z.string().min(1).max(200).describe('标识符，如 search 结果中的 identifier'),
  bodyFrom: z.int().min(0).default(0).describe('正文从第几个字起，从 0 数；长文分几次取，见 nextBodyFrom'),
});

const output = z.object({ record: recordSchema, tables: cardSchema.shape.tables, citation: citationSchema });

/** `get_record` */
@Injectable()
export class GetRecordTool implements McpTool<typeof input, typeof output> {
  readonly name = 'get_record';
  readonly title = '一条记录的全部内容';
  readonly description = `取一份文件或数据的全部元数据：文件的正文、文号、成文和施行日期、有效性、附件、与其他文件的关系（被什么废止、由什么解读）；数据的信息项、更新周期、开放和共享条件、下载地址、联系电话。回答条款、日期、电话、有没有失效这类问题前，先用它核对原文。
例：{"identifier":"lanchuan-doc-rsj-talent-old"}。已撤回的记录会告诉撤回日期和原因。`;
  readonly input = input;
  readonly output = output;

  constructor(
    private readonly records: RecordReader,
    private readonly departments: DepartmentService,
    private readonly cards: Cards,
  ) {}

  async run({ identifier, bodyFrom }: z.output<typeof input>, call: ToolCall): Promise<ToolAnswer<z.input<typeof output>>> {
    const record = await this.records.get(identifier);
    const [related, cards, contact] = await Promise.all([
      this.records.related([identifier]),
      this.cards.ofRecords([record], call),
      this.contactOf(record),
    ]);
    const { department, tables, citation } = cards[0]!;
    const view = recordView(record, {
      ...{ department, contact, bodyFrom, relations: related.get(identifier) ?? [] },
      absolute: (path) => this.cards.absolute(path),
      fileUrl: (index, resource) => {
        const url = resourceUrl(identifier, resource, index) ?? resource.url;
        return url ? this.cards.absolute(url) : null;
      },
    });
    const lines = [citationLine(citation), ...recordLines(view)];
    if (tables.length > 0)
      lines.push(`可用 query_rows 查询的表：${tables.map(({ name, rowCount }) => `${name}（${rowCount} 行）`).join('、')}`);
    return { structured: { record: view, tables, citation }, text: lines.join('\n') };
  }

  /** Whom the record names, or the disclosure unit of its department. */
  private async contactOf(record: AnyRecord): Promise<RecordView['contact']> {
    const own = record.kind === 'dataset' ? record.contact : null;
    const code = record.departmentCode;
    const unit = code === null ? null : ((await this.departments.byCodes([code])).get(code)?.contact ?? null);
    if (!own && !unit) return null;
    const given = { ...unit, ...Object.fromEntries(Object.entries(own ?? {}).filter(([, value]) => value)) };
    const { unit: name, phone, email, address, hours } = given;
    return { unit: name ?? null, phone: phone ?? null, email: email ?? null, address: address ?? null, hours: hours ?? null };
  }
}
