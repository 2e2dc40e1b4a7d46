import { readFileSync } from 'node:fs';
import { AppError, type FieldError } from '../kernel/app-error.js';
import { check, Key, Text, TextList } from '../kernel/field/index.js';
import type { DepartmentRow } from './department.entity.js';

/** A line of a file of departments. */
class DepartmentLine {
  @Key({ description: '部门编号', max: 100 })
  code: string;

  @Text({ description: '全称', min: 1, max: 200 })
  name: string;

  @TextList({ description: '简称' })
  shortNames: string[] = [];

  @TextList({ description: '曾用名' })
  formerNames: string[] = [];

  @Text({ description: '统一社会信用代码', max: 30, optional: true })
  creditCode?: string | null;

  @Text({ description: '行政区划代码', max: 20, optional: true })
  regionCode?: string | null;

  @Text({ description: '政府信息公开工作机构', max: 200, optional: true })
  disclosureUnit?: string | null;

  @Text({ description: '办公电话', max: 100, optional: true })
  phone?: string | null;

  @Text({ description: '办公邮箱', max: 200, optional: true })
  email?: string | null;

  @Text({ description: '办公地址', max: 500, optional: true })
  address?: string | null;

  @Text({ description: '办公时间', max: 200, optional: true })
  officeHours?: string | null;

  @Text({ description: '传真', max: 200, optional: true })
  fax?: string | null;

  @Text({ description: '机关职能', max: 5_000, multiline: true, optional: true })
  duties?: string | null;

  @Text({ description: '负责人', max: 5_000, multiline: true, optional: true })
  leaders?: string | null;

  @Text({ description: '内设机构', max: 5_000, multiline: true, optional: true })
  internalUnits?: string | null;
}

const FIELDS = [
  'code',
  'name',
  'shortNames',
  'formerNames',
  'creditCode',
  'regionCode',
  'disclosureUnit',
  'phone',
  'email',
  'address',
  'officeHours',
  'fax',
  'duties',
  'leaders',
  'internalUnits',
];

/** Departments of a JSON Lines file; fields of other uses are left aside. @throws AppError that names every wrong line */
export function readDepartments(file: string | URL): Partial<DepartmentRow>[] {
  const errors: FieldError[] = [];
  const seen = new Map<string, number>();
  const departments: Partial<DepartmentRow>[] = [];
  for (const [index, text] of textOf(file).split('\n').entries()) {
    if (text.trim() === '') continue;
    const { instance, errors: flaws } = check(DepartmentLine, fieldsOf(text));
    errors.push(...flaws.map(({ field, message }) => ({ field: `第 ${index + 1} 行 ${field}`, message })));
    if (flaws.length > 0) continue;
    for (const field of ['code', 'name'] as const) {
      const first = seen.get(`${field} ${instance[field]}`);
      if (first !== undefined) errors.push({ field: `第 ${index + 1} 行 ${field}`, message: `与第 ${first} 行重复` });
      seen.set(`${field} ${instance[field]}`, index + 1);
    }
    departments.push(rowOf(instance));
  }
  if (errors.length === 0) return departments;
  throw new AppError('VALIDATION_FAILED', errors.map(({ field, message }) => `${field}：${message}。`).join('\n'), { fields: errors });
}

function textOf(file: string | URL): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    throw new AppError('NOT_FOUND', `读不到“${String(file)}”（${(error as NodeJS.ErrnoException).code}），请检查路径和权限。`);
  }
}

function fieldsOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).filter(([field]) => FIELDS.includes(field)));
  } catch {
    return undefined;
  }
}

function rowOf(line: DepartmentLine): Partial<DepartmentRow> {
  const { code, name, shortNames, formerNames, creditCode = null, regionCode: region = null } = line;
  const { disclosureUnit: unit, phone, fax, email, address, officeHours: hours } = line;
  const contact = { unit, phone, fax, email, address, hours };
  const said = Object.fromEntries(Object.entries(contact).filter(([, value]) => value));
  const { duties = null, leaders = null, internalUnits = null } = line;
  return { code, name, shortNames, formerNames, creditCode, region, contact: said, duties, leaders, internalUnits };
}
