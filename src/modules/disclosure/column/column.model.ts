import { ArgsType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Choice, Flag, Key, Nested, NestedList, Text, TextList, Whole } from '../../kernel/field/index.js';
import { PageArgs } from '../../platform/graphql/index.js';
import { DisclosureGuide } from '../guide/guide.model.js';
import { type DisclosureListName, LISTS } from './block.js';
import type { Article21Level } from './statutory-item.js';

/** Whose column. */
@ArgsType()
export class DisclosureArgs {
  @Text({ description: '部门编号；不写为全部部门', max: 100, optional: true, example: '680700-gjj' })
  department?: string | null;
}

/** Which of its documents; of REST as of GraphQL. */
@ArgsType()
export class DisclosureListArgs extends PageArgs {
  @Text({ description: '部门编号；不写为全部部门', max: 100, optional: true, example: '680700-gjj' })
  department?: string | null;

  @Text({ description: '条例第二十条、第二十一条的一项，只用于 statutory', max: 20, optional: true, example: 'A20_07' })
  item?: string | null;

  @Type(() => Number)
  @Whole({ description: '年度，只用于 annual-reports', min: 2007, max: 2100, optional: true })
  year?: number | null;
}

/** The same with the block, which REST has in the path. */
@ArgsType()
export class DisclosureBlockArgs extends DisclosureListArgs {
  @Choice({ description: '栏目', values: LISTS })
  block: DisclosureListName;
}

/** An item of Art. 20 or 21 and what stands under it. */
@ObjectType()
export class StatutoryItem {
  @Text({ description: '代码', example: 'A20_07' })
  code: string;

  @Text({ description: '条例中的位置', example: '第二十条第（七）项' })
  article: string;

  @Text({ description: '应当主动公开的内容', example: '财政预算、决算信息' })
  label: string;

  @Text({ description: '英文名', optional: true })
  english: string | null;

  @Choice({
    description: '第二十一条的一项适用于哪一级：cityOrCounty 设区的市级、县级，township 乡镇',
    values: ['cityOrCounty', 'township'],
    optional: true,
  })
  level: Article21Level | null;

  @Whole({ description: '文件数' })
  count: number;

  @Whole({ description: '其中没有废止、失效的' })
  current: number;

  @Text({ description: '最新一份的发布日期', optional: true })
  newestOn: string | null;

  @Text({ description: '页面地址' })
  url: string;
}

/** Annual reports of one year (Art. 49). */
@ObjectType()
export class ReportYear {
  @Whole({ description: '报告的年度；标题没有写明的没有年度', optional: true })
  year: number | null;

  @Whole({ description: '报告数' })
  count: number;

  @Text({ description: '页面地址' })
  url: string;
}

/** A block of the column, or what is not classified. */
@ObjectType()
export class DisclosureBlock {
  @Choice({ description: '栏目', values: LISTS })
  block: DisclosureListName;

  @Text({ description: '名称', example: '政府信息公开指南' })
  label: string;

  @Whole({ description: '文件数' })
  count: number;

  @Text({ description: '最新一份的发布日期', optional: true })
  newestOn: string | null;

  @Text({ description: '页面地址' })
  url: string;

  @NestedList(() => StatutoryItem, { description: '法定主动公开内容的各项' })
  items: StatutoryItem[];

  @NestedList(() => ReportYear, { description: '各年度的年报，新的在前' })
  years: ReportYear[];
}

/** How many of the items that apply have something in force. */
@ObjectType()
export class DisclosureCoverage {
  @Whole({ description: '适用的项数：第二十条十五项，加第二十一条本级各项' })
  applicable: number;

  @Whole({ description: '有现行内容的项数' })
  covered: number;

  @TextList({ description: '没有现行内容的各项' })
  missing: string[];
}

/** The 政府信息公开 column of a department, or of all. */
@ObjectType()
export class DisclosureColumn {
  @Text({ description: '栏目名称', example: '政府信息公开' })
  title: string;

  @Key({ description: '部门编号；全部部门的没有', optional: true })
  department: string | null;

  @Text({ description: '部门全称', optional: true })
  departmentName: string | null;

  @NestedList(() => DisclosureBlock, { description: '指南、制度、法定主动公开内容、年报' })
  blocks: DisclosureBlock[];

  @Nested(() => DisclosureBlock, { description: '没有说明属于哪一项的主动公开文件' })
  unclassified: DisclosureBlock;

  @Nested(() => DisclosureCoverage, { description: '各项有没有现行内容' })
  coverage: DisclosureCoverage;

  @Text({ description: '依申请公开的入口' })
  requestUrl: string;

  @Text({ description: '最新一份文件的发布日期', optional: true })
  newestOn: string | null;
}

/** A document of the column. */
@ObjectType()
export class DisclosureEntry {
  @Key({ description: '标识符' })
  identifier: string;

  @Text({ description: '标题' })
  title: string;

  @Text({ description: '发文字号', optional: true })
  documentNumber: string | null;

  @Key({ description: '主办部门的编号', optional: true })
  department: string | null;

  @Text({ description: '主办部门', optional: true })
  departmentName: string | null;

  @Text({ description: '发布日期', optional: true })
  publishedOn: string | null;

  @Text({ description: '条例第二十条、第二十一条对应项', optional: true })
  item: string | null;

  @Whole({ description: '年报的年度', optional: true })
  year: number | null;

  @Choice({
    description: '归类依据：declared 部门标注，type 文种，assembly 组配分类，title 标题',
    values: ['declared', 'type', 'assembly', 'title'],
    optional: true,
  })
  basis: 'declared' | 'type' | 'assembly' | 'title' | null;

  @Flag({ description: '没有废止、失效' })
  current: boolean;

  @Text({ description: '页面地址' })
  url: string;
}

/** A page of a block. */
@ObjectType()
export class DisclosurePage {
  @Choice({ description: '栏目', values: LISTS })
  block: DisclosureListName;

  @Text({ description: '名称' })
  label: string;

  @Whole({ description: '总数' })
  total: number;

  @NestedList(() => DisclosureEntry, { description: '本页文件，新的在前' })
  entries: DisclosureEntry[];

  @Nested(() => DisclosureGuide, { description: '部门没有发布指南时，由目录生成的指南', optional: true })
  guide: DisclosureGuide | null;
}
