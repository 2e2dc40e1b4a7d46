import { ArgsType, ObjectType } from '@nestjs/graphql';
import { Choice, Decimal, NestedList, Text } from '../../kernel/field/index.js';
import { FindingModel } from '../workflow/submission.model.js';
import { SubmissionVersionArgs } from '../workflow/submission.args.js';

/** A file that a submission would publish, with what was found in it when it came. */
@ObjectType()
export class SubmissionFile {
  @Text({ description: '所在字段，如 attachments[0]' })
  field: string;

  @Text({ description: '名称' })
  title: string;

  @Text({ description: '外部网址；存在本平台的文件没有', optional: true })
  url: string | null;

  @Text({ description: '文件的 SHA-256；外部网址没有', optional: true })
  sha256: string | null;

  @Text({ description: '格式', optional: true })
  format: string | null;

  @Decimal({ description: '字节数', optional: true })
  byteSize: number | null;

  @Choice({ description: '病毒扫描：clean 未发现，unscanned 没有扫描', values: ['clean', 'unscanned'], optional: true })
  scan: string | null;

  @Choice({
    description: '文字是否全部取出：whole 全部，partial 部分，none 没有',
    values: ['whole', 'partial', 'none'],
    optional: true,
  })
  textState: string | null;

  @Text({ description: '文字不全的原因', optional: true })
  textNote: string | null;

  @NestedList(() => FindingModel, { description: '在文件的文字中检查到的问题' })
  findings: FindingModel[];
}

/** Names a file of a submission and the version it is taken out of. */
@ArgsType()
export class SubmissionFileArgs extends SubmissionVersionArgs {
  @Text({ description: '文件的 SHA-256', min: 1, max: 64 })
  sha256: string;
}
