import { InputType } from '@nestjs/graphql';
import { invalidField } from '../kernel/app-error.js';
import { Nested, Text, TextList } from '../kernel/field/index.js';
import { parseCreditCode } from '../kernel/identifier/index.js';
import type { DepartmentRow } from './department.entity.js';

/** How to reach the disclosure unit (政府信息公开工作机构, 条例 Art. 4 and 12), as an administrator writes it. */
@InputType('DepartmentContactInput')
export class ContactInput {
  @Text({ description: '政府信息公开工作机构', max: 200, optional: true, example: '办公室' })
  unit?: string | null;

  @Text({ description: '办公电话', max: 100, optional: true, example: '0512-00000000' })
  phone?: string | null;

  @Text({ description: '传真', max: 200, optional: true, example: '0512-00000001' })
  fax?: string | null;

  @Text({ description: '办公邮箱', max: 200, optional: true, pattern: /^[^@\s]+@[^@\s]+$/, example: 'open@example.gov.cn' })
  email?: string | null;

  @Text({ description: '办公地址', max: 500, optional: true })
  address?: string | null;

  @Text({ description: '办公时间', max: 200, optional: true, example: '工作日 9:00–17:00' })
  hours?: string | null;
}

/** What may be changed of a department. */
@InputType()
export class DepartmentFields {
  @Text({ description: '全称', min: 2, max: 200, example: '澜川市住房公积金管理中心' })
  name: string;

  @TextList({ description: '简称', items: 20, max: 100, example: ['市公积金中心'] })
  shortNames: string[] = [];

  @TextList({ description: '曾用名；改全称时，原名自动加入', items: 20, max: 200 })
  formerNames: string[] = [];

  @Text({ description: '统一社会信用代码，18 位', max: 30, optional: true, example: '11370812004339255B' })
  creditCode?: string | null;

  @Text({ description: '行政区划代码', pattern: /^\d{6}(\d{6})?$/, max: 12, optional: true, example: '320500' })
  region?: string | null;

  @Nested(() => ContactInput, { description: '政府信息公开工作机构的联系方式', optional: true })
  contact?: ContactInput | null;

  @Text({ description: '机关职能，每行一项', max: 5_000, multiline: true, optional: true })
  duties?: string | null;

  @Text({ description: '负责人姓名和分工，每行一位', max: 5_000, multiline: true, optional: true })
  leaders?: string | null;

  @Text({ description: '内设机构，每行一个', max: 5_000, multiline: true, optional: true })
  internalUnits?: string | null;
}

/** A department to register. */
@InputType()
export class DepartmentInput extends DepartmentFields {
  @Text({
    description: '部门编号：由小写字母、数字、连字符组成，不以连字符开头；用在网址中，以后不变',
    pattern: /^[a-z0-9][a-z0-9-]{0,39}$/,
    max: 40,
    example: 'gjj',
  })
  code: string;
}

/** The fields as they are stored. @throws AppError VALIDATION_FAILED when the check digit of the credit code is wrong */
export function storedFields(input: DepartmentFields): Omit<DepartmentRow, 'code' | 'parent' | 'registered' | 'revision' | 'createdAt'> {
  const { name, shortNames, formerNames, creditCode, region = null, contact } = input;
  const said = Object.fromEntries(Object.entries(contact ?? {}).filter(([, value]) => value));
  return {
    name,
    shortNames: distinct(shortNames),
    formerNames: distinct(formerNames),
    creditCode: checked(creditCode),
    region,
    contact: said,
    duties: input.duties || null,
    leaders: input.leaders || null,
    internalUnits: input.internalUnits || null,
  };
}

const distinct = (names: readonly string[]) => [...new Set(names)];

function checked(creditCode: string | null | undefined): string | null {
  if (!creditCode) return null;
  const read = parseCreditCode(creditCode);
  if (!read.ok) throw invalidField('creditCode', `统一社会信用代码${read.reason.replace(/^统一社会信用代码/, '')}`);
  return read.value;
}
