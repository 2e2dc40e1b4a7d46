import { ObjectType } from '@nestjs/graphql';
import { Flag, Key, Nested, Text, TextList, Whole } from '../kernel/field/index.js';

/** Disclosure unit of a department and how to reach it. */
@ObjectType('DepartmentContact')
export class ContactDetails {
  @Text({ description: '政府信息公开工作机构', optional: true })
  unit?: string | null;

  @Text({ description: '办公电话', optional: true })
  phone?: string | null;

  @Text({ description: '传真', optional: true })
  fax?: string | null;

  @Text({ description: '办公邮箱', optional: true })
  email?: string | null;

  @Text({ description: '办公地址', optional: true })
  address?: string | null;

  @Text({ description: '办公时间', optional: true })
  hours?: string | null;
}

/** An organ that provides data or issues documents, as everyone reads it. */
@ObjectType({ description: '部门' })
export class Department {
  @Key({ description: '部门编号', example: 'gjj' })
  code: string;

  @Text({ description: '全称', example: '澜川市住房公积金管理中心' })
  name: string;

  @TextList({ description: '简称' })
  shortNames: string[];

  @TextList({ description: '曾用名' })
  formerNames: string[];

  @Text({ description: '统一社会信用代码', optional: true })
  creditCode: string | null;

  @Text({ description: '行政区划代码', optional: true })
  region: string | null;

  @Flag({ description: '已登记；为假时只在导入的记录中出现过' })
  registered: boolean;

  @Nested(() => ContactDetails, { description: '政府信息公开工作机构', optional: true })
  contact: ContactDetails | null;

  @Text({ description: '机关职能，每行一项', optional: true })
  duties: string | null;

  @Text({ description: '负责人姓名和分工，每行一位', optional: true })
  leaders: string | null;

  @Text({ description: '内设机构，每行一个', optional: true })
  internalUnits: string | null;

  @Whole({ description: '修订次数；修改部门的人以此说明所读的是哪一次', min: 1 })
  revision: number;

  @Text({ description: '页面地址' })
  url: string;
}
