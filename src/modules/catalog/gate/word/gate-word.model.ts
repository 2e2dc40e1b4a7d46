import { ArgsType, InputType, ObjectType } from '@nestjs/graphql';
import { Choice, Flag, Text } from '../../../kernel/field/index.js';
import { WORD_SEVERITIES, type WordSeverity } from './gate-word.entity.js';

/** A word for the gate, as an administrator sets it. */
@ObjectType({ isAbstract: true })
@InputType()
export class GateWordInput {
  @Text({ description: '要查的词，两个字以上', min: 2, max: 60, example: '截止目前' })
  word: string;

  @Choice({ description: 'block 须审查员说明理由，warn 提示，off 不再查内置表中的这个词', values: WORD_SEVERITIES })
  severity: WordSeverity;

  @Text({ description: '通常应写作', max: 60, optional: true, example: '截至目前' })
  suggestion?: string | null;

  @Text({ description: '为什么；会显示给承办人', max: 300, optional: true })
  note?: string | null;
}

/** A word that the gate looks for, or no longer. */
@ObjectType()
export class GateWord extends GateWordInput {
  @Flag({ description: '是否随系统提供' })
  builtIn: boolean;

  @Text({ description: '设置者', optional: true })
  updatedBy?: string | null;

  @Text({ description: '设置时间', format: 'date-time', optional: true })
  updatedAt?: string | null;
}

/** Which word to forget. */
@ArgsType()
export class GateWordQuery {
  @Text({ description: '要查的词', min: 1, max: 60, example: '截止目前' })
  word: string;
}

/** A word whose setting was changed. */
@ObjectType()
export class GateWordChange {
  @Text({ description: '词' })
  word: string;
}
