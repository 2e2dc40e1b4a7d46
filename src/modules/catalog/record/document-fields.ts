import { InputType, ObjectType } from '@nestjs/graphql';
import { DateText, NestedList, Text, TextList } from '../../kernel/field/index.js';
import { RecordFields } from './record-fields.js';
import { ResourceFields } from './resource-fields.js';

/** A disclosed document: the metadata of the disclosure platform and of the index number block (国办公开办函〔2019〕61号). */
@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
export abstract class DocumentFields extends RecordFields {
  @Text({ description: '索引号', max: 100, optional: true, example: '000014349/2017-00110' })
  indexNumber?: string | null;

  @Text({ description: '发文字号', max: 200, optional: true, example: '国发〔2016〕51号' })
  documentNumber?: string | null;

  @TextList({ description: '发文机关；联合行文时主办机关在前', max: 200, items: 100, example: ['国务院办公厅'] })
  issuer: string[] = [];

  @DateText({ description: '成文日期', optional: true })
  writtenOn?: string | null;

  @DateText({ description: '施行日期', optional: true })
  effectiveOn?: string | null;

  @DateText({ description: '有效期至', optional: true })
  expiresOn?: string | null;

  @DateText({ description: '废止日期', optional: true })
  repealedOn?: string | null;

  @Text({ description: '文种或体裁', max: 100, optional: true, example: '通知' })
  documentType?: string | null;

  @Text({ description: '有效性：有效、已修改、失效、废止等', max: 50, optional: true, example: '有效' })
  validity?: string | null;

  @Text({ description: '法规规章类别', max: 50, optional: true })
  legislationType?: string | null;

  @Text({ description: '公开属性：主动公开、依申请公开、不予公开', max: 50, optional: true, example: '主动公开' })
  publicity?: string | null;

  @Text({ description: '条例第二十条、第二十一条对应项，如 A20_01、A21_C4', max: 20, optional: true, example: 'A20_01' })
  article20Code?: string | null;

  @Text({ description: '组配分类', max: 200, optional: true })
  assembly?: string | null;

  @TextList({ description: '服务对象', max: 50, items: 20, example: ['citizen'] })
  audience: string[] = [];

  @Text({ description: '正文：纯文本，或经清理的 HTML', max: 2_000_000, multiline: true, optional: true })
  body?: string | null;

  @NestedList(() => ResourceFields, { description: '附件', items: 200 })
  attachments: ResourceFields[] = [];
}
