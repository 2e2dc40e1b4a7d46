import { ArgsType, InputType, ObjectType } from '@nestjs/graphql';
import { invalidField } from '../../kernel/app-error.js';
import { Text, TextList } from '../../kernel/field/index.js';
import type { ApiKeyRow } from '../key/api-key.entity.js';
import type { NewKey } from '../key/api-key.service.js';

/** A key to issue. */
@InputType()
export class KeyInput {
  @Text({ description: '密钥的名字：由谁、用于什么', min: 1, max: 100, example: '公积金中心OA' })
  name: string;

  @TextList({ description: '权限', items: 30, max: 60, example: ['submission.read', 'submission.write'] })
  scopes: string[] = [];

  @Text({ description: '部门编号；不写则属于平台', max: 100, optional: true })
  department?: string | null;

  @Text({ description: '到期日', pattern: /^\d{4}-\d{2}-\d{2}$/, optional: true, example: '2027-06-30' })
  expiresOn?: string | null;
}

/** The key that is asked for, good until the end of its last day in China. @throws AppError VALIDATION_FAILED */
export function newKeyOf({ name, scopes, department, expiresOn }: KeyInput): NewKey {
  const expiresAt = expiresOn ? new Date(`${expiresOn}T23:59:59+08:00`) : null;
  if (expiresAt && Number.isNaN(expiresAt.getTime())) throw invalidField('expiresOn', '到期日不是真实的日期');
  return { name, scopes, department: department ?? null, expiresAt };
}

/** A key as administrators see it; its text is never shown again. */
@ObjectType('ApiKey')
export class Key {
  @Text({ description: '名字' })
  name: string;

  @Text({ description: '开头几个字符' })
  prefix: string;

  @TextList({ description: '权限' })
  scopes: string[];

  @Text({ description: '部门编号', optional: true })
  department?: string | null;

  @Text({ description: '到期时间', optional: true })
  expiresAt?: string | null;

  @Text({ description: '最近使用', optional: true })
  lastUsedAt?: string | null;

  @Text({ description: '撤销时间', optional: true })
  revokedAt?: string | null;
}

/** A key that is shown this once. */
@ObjectType()
export class NewKeyText {
  @Text({ description: '密钥，只显示这一次' })
  key: string;
}

/** Names a key, and every earlier text of it. */
@ArgsType()
export class KeyArgs {
  @Text({ description: '密钥的名字', min: 1, max: 100 })
  name: string;
}

/** A key that is good no longer. */
@ObjectType()
export class RevokedKey {
  @Text({ description: '名字' })
  name: string;
}

/** A key without its secret. */
export function presentKey({ name, prefix, scopes, department, expiresAt, lastUsedAt, revokedAt }: ApiKeyRow): Key {
  return {
    name,
    prefix,
    scopes,
    department,
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
