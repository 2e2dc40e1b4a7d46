import { InputType, ObjectType } from '@nestjs/graphql';
import { Choice, Key, NestedList, Text, Whole } from '../../kernel/field/index.js';
import { FindingModel } from '../workflow/submission.model.js';

/** A file that was uploaded, as the people of its department see it. */
@ObjectType()
export class Attachment {
  @Key({ description: '文件的 SHA-256，稿件以它引用文件' })
  sha256: string;

  @Whole({ description: '字节数' })
  byteSize: number;

  @Text({ description: '文件名' })
  name: string;

  @Text({ description: '格式，由内容判定', example: 'pdf' })
  format: string;

  @Text({ description: '媒体类型' })
  mediaType: string;

  @Choice({ description: '病毒扫描：clean 未发现，unscanned 没有扫描', values: ['clean', 'unscanned'] })
  scan: string;

  @Choice({ description: '文字是否全部取出：whole 全部，partial 部分，none 没有', values: ['whole', 'partial', 'none'] })
  textState: string;

  @Text({ description: '文字不全的原因', optional: true })
  textNote?: string | null;

  @NestedList(() => FindingModel, { description: '在文件的文字中检查到的问题' })
  findings: FindingModel[];
}

/** A file that is to be fetched. */
@InputType()
export class FetchInput {
  @Text({
    description: '文件的网址，http 或 https，公开可以访问',
    min: 8,
    max: 2000,
    example: 'https://www.example.gov.cn/opendata/2026.csv',
  })
  address: string;

  @Text({ description: '文件名；不写则用对方给的', min: 1, max: 500, optional: true })
  name?: string | null;

  @Text({ description: '以哪个部门的名义；只属于一个部门时可以不写', max: 100, optional: true })
  department?: string | null;
}

/** Query parameters of an upload. */
export class UploadQuery {
  @Text({ description: '文件名；请求体就是文件时必填', max: 500, optional: true })
  name?: string;

  @Text({ description: '以哪个部门的名义；只属于一个部门时可以不写', max: 100, optional: true })
  department?: string;
}
