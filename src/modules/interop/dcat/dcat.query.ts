import { Type } from 'class-transformer';
import { RECORD_KINDS, type RecordKind } from '../../catalog/index.js';
import { Choice, Text, Whole } from '../../kernel/field/index.js';

/** What a page of the catalog is asked for by. */
export class DcatQuery {
  @Choice({ description: '只要一种记录', values: RECORD_KINDS, optional: true })
  kind?: RecordKind;

  @Text({ description: '只要一个部门的：部门编号', max: 100, optional: true })
  department?: string;

  @Text({ description: '只要一个主题和它下面的：主题分类编码', max: 100, optional: true })
  topic?: string;

  @Type(() => Number)
  @Whole({ description: '第几页，从 1 起；与 after 二选一', min: 1, max: 1_000_000, optional: true })
  page?: number;

  @Text({ description: 'hydra:next 中的游标', max: 500, optional: true })
  after?: string;

  @Type(() => Number)
  @Whole({ description: '每页条数', min: 1, max: 500, optional: true, absent: 100 })
  limit: number = 100;
}
