import { Type } from 'class-transformer';
import { LISTS } from '../../disclosure/index.js';
import { Choice, Text, Whole } from '../../kernel/field/index.js';

const BLOCKS = LISTS.filter((name) => name !== 'unclassified');

/** What of the column another site shows. */
export class EmbedQuery {
  @Text({ description: '部门编号', max: 100, optional: true })
  department?: string;

  @Choice({ description: '栏目', values: BLOCKS, optional: true })
  block?: (typeof BLOCKS)[number];

  @Text({ description: '条例第二十条、第二十一条的一项', max: 20, optional: true })
  item?: string;

  @Type(() => Number)
  @Whole({ description: '列出多少份', min: 1, max: 50, optional: true, absent: 10 })
  limit: number = 10;
}
