import { Choice, Flag, Text, TextList } from '../../kernel/field/index.js';
import { ArgsType, InputType, ObjectType } from '@nestjs/graphql';
import type { AccountRow } from '../account/account.entity.js';
import { type Grant, ROLES, type Role } from '../policy/role.js';

/** A person to open an account for. */
@InputType()
export class AccountInput {
  @Text({ description: '账号名：小写字母开头，3–40 个字符', min: 3, max: 40, example: 'lin.editor' })
  name: string;

  @Text({ description: '姓名', min: 1, max: 100, example: '林小满' })
  personName: string;

  @Text({ description: '工作邮箱，用于通知', max: 200, optional: true, pattern: /^[^@\s]+@[^@\s]+$/, example: 'lin@example.gov.cn' })
  email?: string | null;

  @Text({ description: '办公电话', max: 50, optional: true })
  phone?: string | null;
}

/** A role, and the department it is held in. */
@ObjectType('Grant')
@InputType('GrantInput')
export class GrantFields {
  @Choice({ description: '角色', values: ROLES, example: 'editor' })
  role: Role;

  @Text({ description: '部门编号；平台角色没有', max: 100, optional: true, example: 'lcgjj' })
  department?: string | null;
}

/** An account as administrators see it. */
@ObjectType()
export class Account {
  @Text({ description: '账号名' })
  name: string;

  @Text({ description: '姓名' })
  personName: string;

  @Text({ description: '工作邮箱', optional: true })
  email?: string | null;

  @TextList({ description: '角色，部门角色写作 角色@部门', example: ['editor@lcgjj'] })
  roles: string[];

  @Flag({ description: '是否设置了二次验证' })
  secondFactor: boolean;

  @Flag({ description: '是否停用' })
  disabled: boolean;
}

/** A password that is shown this once. */
export class FirstPassword {
  @Text({ description: '账号名' })
  name: string;

  @Text({ description: '初始口令，只显示这一次，首次登录须修改' })
  password: string;
}

/** Whose role is changed. */
@ArgsType()
export class GrantArgs {
  @Text({ description: '账号名', min: 1, max: 40 })
  account: string;
}

/** A role that was given or taken. */
@ObjectType()
export class RoleChange extends GrantFields {
  @Text({ description: '账号名' })
  account: string;
}

/** An account without what belongs to the person alone. */
export function presentAccount({ name, personName, email, grants, totpSecret, disabledAt }: AccountRow & { grants: Grant[] }): Account {
  return {
    name,
    personName,
    email,
    roles: grants.map(({ role, department }) => (department ? `${role}@${department}` : role)),
    secondFactor: totpSecret !== null,
    disabled: disabledAt !== null,
  };
}
