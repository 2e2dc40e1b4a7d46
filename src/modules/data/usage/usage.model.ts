import { ArgsType, ObjectType } from '@nestjs/graphql';
import { DateText, Decimal, Key, Text } from '../../kernel/field/index.js';

/** Which days. */
@ArgsType()
export class UsageQuery {
  @DateText({ description: '从哪一天起；不写即三十天内', optional: true })
  from?: string | null;

  @DateText({ description: '到哪一天（含）；不写即今天', optional: true })
  to?: string | null;
}

/** How often a table was used on a day. */
@ObjectType()
export class UsageDay {
  @Text({ description: '日期' })
  day: string;

  @Key({ description: '数据的标识符' })
  dataset: string;

  @Text({ description: '表名' })
  table: string;

  @Decimal({ description: '逐行查询的次数' })
  rows: number;

  @Decimal({ description: '导出的次数' })
  exports: number;

  @Decimal({ description: '在网页上查看表格和图表的次数' })
  previews: number;

  @Decimal({ description: '以上各项中带密钥的次数' })
  withKey: number;
}
