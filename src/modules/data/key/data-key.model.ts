import { InputType, ObjectType } from '@nestjs/graphql';
import { Text, Whole } from '../../kernel/field/index.js';
import type { DataKeyRow } from './data-key.entity.js';

/** What a developer says of the application that will use the key. */
@InputType()
export class DataKeyInput {
  @Text({ description: '应用的名称；请不要写个人信息', min: 1, max: 100, example: '公交到站提醒' })
  application: string;

  @Text({ description: '用途', max: 500, optional: true, multiline: true })
  purpose?: string | null;
}

/** A developer's key without its text. */
@ObjectType()
export class DataKey {
  @Text({ description: '应用的名称' })
  application: string;

  @Text({ description: '用途', optional: true })
  purpose: string | null;

  @Text({ description: '开头几个字符' })
  prefix: string;

  @Text({ description: '申请时间', format: 'date-time' })
  createdAt: string;

  @Whole({ description: '每分钟可用的单位；0 为不限', min: 0 })
  unitsPerMinute: number;
}

/** A key that is shown this once. */
@ObjectType()
export class NewDataKey extends DataKey {
  @Text({ description: '密钥，只显示这一次' })
  key: string;
}

/** A key that was given up. */
@ObjectType()
export class RevokedDataKey {
  @Text({ description: '开头几个字符' })
  prefix: string;
}

/** A key without its secret. Pure. */
export function presentDataKey({ application, purpose, prefix, createdAt }: DataKeyRow, unitsPerMinute: number): DataKey {
  return { application, purpose, prefix, createdAt: createdAt.toISOString(), unitsPerMinute };
}
