import { InputType, ObjectType } from '@nestjs/graphql';
import { Decimal, Text } from '../../kernel/field/index.js';

/** A file or service by which the record can be had (dcat:Distribution; 附件). */
@ObjectType('Resource')
@InputType('ResourceInput')
export class ResourceFields {
  @Text({ description: '名称', min: 1, max: 500, example: '2025年公积金贷款.csv' })
  title: string;

  @Text({ description: '网址（与 path 二选一）', max: 2000, optional: true })
  url?: string | null;

  @Text({ description: '随记录导入的文件：相对于 JSONL 文件的路径', max: 500, optional: true })
  path?: string | null;

  @Text({ description: '格式，如 csv、xlsx、json、pdf', max: 50, optional: true, example: 'csv' })
  format?: string | null;

  @Text({ description: '说明', max: 2000, multiline: true, optional: true })
  description?: string | null;

  @Decimal({ description: '字节数', optional: true })
  byteSize?: number | null;

  @Text({ description: '文件的 SHA-256（十六进制）', max: 64, pattern: /^[0-9a-f]{64}$/, optional: true })
  sha256?: string | null;
}
