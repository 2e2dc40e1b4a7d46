import { Choice, NestedList, Text, Whole } from '../../kernel/field/index.js';
import { RECORD_KINDS, type RecordKind } from '../record/record.entity.js';

export class SpreadsheetQuery {
  @Choice({ description: '模板的种类', values: RECORD_KINDS, example: 'dataset' })
  kind: RecordKind;

  @Text({ description: '以哪个部门的名义；只属于一个部门时可以不写', max: 100, optional: true })
  department?: string | null;
}

export class SpreadsheetTemplateQuery extends SpreadsheetQuery {
  @Choice({ description: '空白模板，或填入本部门已发布的记录', values: ['nothing', 'published'], optional: true, example: 'nothing' })
  filledWith?: 'nothing' | 'published' | null;

  @Whole({ description: '已发布的记录超过 5,000 条时的第几部分，从 1 起', optional: true, example: 1 })
  part?: number | null;
}

/** 一个有误的单元格. */
export class SpreadsheetFlaw {
  @Text({ description: '工作表', max: 50, example: '信息资源' })
  sheet: string;

  @Text({ description: '单元格', max: 20, example: 'H5' })
  cell: string;

  @Text({ description: '字段', max: 50, example: 'formatClass' })
  field: string;

  @Text({ description: '哪里不对、怎么改', max: 1000 })
  message: string;
}

/** 一行的结果. */
export class SpreadsheetRow {
  @Whole({ description: '行号', example: 2 })
  row: number;

  @Text({ description: '标识符', max: 200, example: 'lc-gjj-0012' })
  identifier: string;

  @Choice({ description: '结果', values: ['created', 'updated', 'unchanged', 'refused'], example: 'created' })
  result: 'created' | 'updated' | 'unchanged' | 'refused';

  @Text({ description: '草稿的编号', max: 36, optional: true })
  submission?: string | null;
}

/** 导入的结果. */
export class SpreadsheetAnswer {
  @NestedList(() => SpreadsheetRow, { description: '每一行的结果', items: 5000 })
  rows: SpreadsheetRow[];

  @NestedList(() => SpreadsheetFlaw, { description: '有误的单元格', items: 100_000 })
  flaws: SpreadsheetFlaw[];
}
