import { ObjectType } from '@nestjs/graphql';
import { Flag, NestedList, Text, TextList } from '../../kernel/field/index.js';

/** A part of a guide. */
@ObjectType()
export class GuidePart {
  @Text({ description: '小标题', example: '政府信息的分类' })
  heading: string;

  @TextList({ description: '各段', max: 2000 })
  paragraphs: string[];
}

/** The unit that handles disclosure, as Art. 12 wants it in the guide. */
@ObjectType()
export class GuideContact {
  @Text({ description: '名目', example: '办公地址' })
  label: string;

  @Text({ description: '内容' })
  text: string;
}

/** The guide (政府信息公开指南) as the catalog can write it. */
@ObjectType()
export class DisclosureGuide {
  @Text({ description: '标题' })
  title: string;

  @Flag({ description: '由目录自动生成，不是部门发布的' })
  generated: boolean;

  @Text({ description: '生成日期' })
  generatedOn: string;

  @NestedList(() => GuidePart, { description: '分类、编排体系、获取方式' })
  parts: GuidePart[];

  @NestedList(() => GuideContact, { description: '工作机构的名称、地址、时间、电话、传真、互联网联系方式' })
  contact: GuideContact[];

  @TextList({ description: '条例第十二条要求、目录中没有的内容' })
  lacking: string[];
}
