import { ObjectType } from '@nestjs/graphql';
import { NestedList, Text, TextList } from '../../kernel/field/index.js';

/** What a code table says of an entry besides its names. */
@ObjectType()
export class VocabularyAttribute {
  @Text({ description: '名称', example: 'nominalDays' })
  name: string;

  @Text({ description: '取值', example: '30' })
  value: string;
}

/** One entry of a code table. */
@ObjectType()
export class VocabularyEntry {
  @Text({ description: '编码', example: 'unconditional' })
  code: string;

  @Text({ description: '名称', example: '无条件开放' })
  label: string;

  @Text({ description: '英文名', optional: true })
  english: string | null;

  @Text({ description: '上一级的编码', optional: true })
  parent: string | null;

  @TextList({ description: '同义的其他写法' })
  aliases: string[];

  @NestedList(() => VocabularyAttribute, { description: '名称以外的属性：更新周期的天数、格式的媒体类型等' })
  attributes: VocabularyAttribute[];
}

/** A code table (代码表). */
@ObjectType()
export class Vocabulary {
  @Text({ description: '表名，与记录的字段同名', example: 'openness' })
  name: string;

  @Text({ description: '中文名', example: '开放类型' })
  label: string;

  @Text({ description: '所依据的标准或惯例' })
  source: string;

  @NestedList(() => VocabularyEntry, { description: '各项' })
  items: VocabularyEntry[];
}
