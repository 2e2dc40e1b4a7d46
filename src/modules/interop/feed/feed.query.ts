import { Choice, Text } from '../../kernel/field/index.js';
import { RECORD_KINDS, type RecordKind } from '../../catalog/index.js';

/** Parameters of a feed of what was published or revised last. */
export class FeedQuery {
  @Choice({ description: '种类：dataset 数据、document 文件', values: RECORD_KINDS, optional: true })
  kind?: RecordKind;

  @Text({ description: '上一页给出的位置', max: 400, optional: true })
  cursor?: string;
}
