import { ArgsType, InputType, ObjectType } from '@nestjs/graphql';
import { RECORD_KINDS, type RecordKind } from '../../catalog/index.js';
import { Choice, Key, Text, Whole } from '../../kernel/field/index.js';
import { changeCursor } from '../change/change-cursor.js';
import { WEBHOOK_STATES, type WebhookRow, type WebhookState } from './webhook.entity.js';

const ADDRESS = '接收通知的网址，https；OUTBOUND_ALLOW 列出的内部主机也可用 http';
const KIND = '只要一种记录的变化';
const OF_DEPARTMENT = '只要一个部门的变化：部门编号';

/** What can be changed of a webhook: everything not given is taken away. */
@InputType()
export class WebhookReplacement {
  @Text({ description: ADDRESS, min: 1, max: 2000, example: 'https://mirror.example.cn/haozhao' })
  address: string;

  @Choice({ description: KIND, values: RECORD_KINDS, optional: true })
  kind?: RecordKind | null;

  @Text({ description: OF_DEPARTMENT, min: 1, max: 100, optional: true })
  ofDepartment?: string | null;

  @Text({ description: '说明：由谁接收、用于什么', max: 500, optional: true })
  description?: string | null;
}

/** A webhook to register. */
@InputType()
export class WebhookInput extends WebhookReplacement {
  @Text({ description: '登记的部门：部门编号；只管理一个部门的可以不写', min: 1, max: 100, optional: true })
  department?: string | null;
}

/** Names one webhook. */
@ArgsType()
export class WebhookArgs {
  @Key({ description: '编号', max: 30 })
  id: string;
}

/** A webhook without its secret. */
@ObjectType()
export class Webhook {
  @Text({ description: '编号', example: '12' })
  id: string;

  @Text({ description: '登记的部门：部门编号' })
  department: string;

  @Text({ description: ADDRESS })
  address: string;

  @Choice({ description: KIND, values: RECORD_KINDS, optional: true })
  kind: RecordKind | null;

  @Text({ description: OF_DEPARTMENT, optional: true })
  ofDepartment: string | null;

  @Text({ description: '说明', optional: true })
  description: string | null;

  @Choice({ description: 'active 正常发送，paused 已暂停', values: WEBHOOK_STATES })
  state: WebhookState;

  @Text({ description: '暂停的原因', optional: true })
  reason: string | null;

  @Text({ description: '已送到哪里：可作 GET /api/v1/changes 的 cursor，条件相同' })
  cursor: string;

  @Text({ description: '上次送达的时间', format: 'date-time', optional: true })
  lastDeliveredAt: string | null;

  @Whole({ description: '连续未送达的次数' })
  failures: number;

  @Text({ description: '最近一次未送达的原因', optional: true })
  lastError: string | null;

  @Text({ description: '下次再送的时间；没有未送达的则为空', format: 'date-time', optional: true })
  nextTryAt: string | null;

  @Text({ description: '登记的时间', format: 'date-time' })
  createdAt: string;
}

/** A new webhook; its secret is shown this once. */
@ObjectType()
export class NewWebhook extends Webhook {
  @Text({ description: '签名密钥，只显示这一次；用来核对每次通知的签名' })
  secret: string;
}

/** A webhook that is told nothing any more. */
@ObjectType()
export class RemovedWebhook {
  @Text({ description: '编号' })
  id: string;
}

/** A webhook as its department sees it. Pure. */
export function presentWebhook(row: WebhookRow): Webhook {
  const { id, department, address, kind, ofDepartment, description, state, reason, failures, lastError } = row;
  return {
    ...{ id, department, address, kind, ofDepartment, description, state, reason, failures, lastError },
    cursor: changeCursor(row.position, { kind, department: ofDepartment }),
    lastDeliveredAt: row.lastDeliveredAt?.toISOString() ?? null,
    nextTryAt: state === 'active' && failures > 0 ? row.nextTryAt.toISOString() : null,
    createdAt: row.createdAt.toISOString(),
  };
}
