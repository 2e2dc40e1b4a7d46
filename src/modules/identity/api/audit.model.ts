import { ArgsType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Choice, Text, Whole } from '../../kernel/field/index.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** Query parameters of the audit log. */
@ArgsType()
export class AuditQuery {
  @Text({ description: '办理人', max: 200, optional: true })
  actor?: string;

  @Text({ description: '动作，或其开头，如 submission', max: 100, optional: true })
  action?: string;

  @Text({ description: '对象种类，如 record、submission、account', max: 100, optional: true })
  objectType?: string;

  @Text({ description: '对象', max: 300, optional: true })
  objectId?: string;

  @Text({ description: '来自的网络地址', max: 45, optional: true, example: '10.0.0.8' })
  address?: string;

  @Choice({ description: '结果：ok 或 refused', values: ['ok', 'refused'], optional: true })
  result?: 'ok' | 'refused';

  @Text({ description: '自何时（含）', pattern: INSTANT, max: 40, optional: true, example: '2026-01-01' })
  from?: string;

  @Text({ description: '至何时（不含）', pattern: INSTANT, max: 40, optional: true, example: '2026-02-01' })
  to?: string;
}

@ArgsType()
export class AuditPageQuery extends AuditQuery {
  @Type(() => Number)
  @Whole({ description: '每页条数', min: 1, max: 1000, optional: true, absent: 100 })
  limit: number = 100;

  @Text({ description: '上一页最后一条的 seq', pattern: /^\d{1,18}$/, max: 18, optional: true, example: '100' })
  before?: string;
}

/** One event of the log. */
@ObjectType('AuditEvent')
export class AuditEventModel {
  @Text({ description: '序号' })
  seq: string;

  @Text({ description: '时间', format: 'date-time' })
  at: string;

  @Text({ description: '办理人' })
  actor: string;

  @Text({ description: '动作' })
  action: string;

  @Text({ description: '对象种类' })
  objectType: string;

  @Text({ description: '对象' })
  objectId: string;

  @Whole({ description: '修订或版本', optional: true })
  revision: number | null;

  @Text({ description: '变更前内容的哈希', optional: true })
  beforeHash: string | null;

  @Text({ description: '变更后内容的哈希', optional: true })
  afterHash: string | null;

  @Text({ description: '请求编号', optional: true })
  requestId: string | null;

  @Text({ description: '来自的网络地址；后台和命令行办理的没有', optional: true })
  address: string | null;

  @Text({ description: '结果：ok 或 refused；早期的记录没有', optional: true })
  result: string | null;

  @Text({ description: '前一条的哈希' })
  previousHash: string;

  @Text({ description: '本条的哈希' })
  hash: string;
}
