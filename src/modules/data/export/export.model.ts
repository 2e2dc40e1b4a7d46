import { Transform, Type } from 'class-transformer';
import { Choice, Flag, Text, Whole } from '../../kernel/field/index.js';
import { RowFilter } from '../row/row.model.js';

/** How a table is exported; other parameters are `column__operator=value`. */
export class ExportQuery extends RowFilter {
  @Type(() => Number)
  @Whole({ description: '版本；不写为最新一版', min: 1, optional: true })
  version?: number;

  @Transform(({ value }: { value: unknown }) => (value === 'true' || value === '' ? true : value === 'false' ? false : value))
  @Flag({ description: 'csv 前面加字节顺序标记，办公软件才认得出编码', optional: true, absent: true })
  bom: boolean = true;

  @Choice({ description: '列名用文件中的名称（name）还是英文键名（key）', values: ['name', 'key'], optional: true, absent: 'name' })
  names: 'name' | 'key' = 'name';

  @Choice({
    description: 'csv 和 json 中以 = + - @ 开头的文本：原样（keep），或在前面加撇号以免被表格软件计算（neutralize）',
    values: ['keep', 'neutralize'],
    optional: true,
    absent: 'keep',
  })
  formulas: 'keep' | 'neutralize' = 'keep';
}

/** An export that is being made. */
export class ExportUnderWay {
  @Choice({ description: '状态', values: ['waiting', 'done', 'failed'] })
  state: string;

  @Whole({ description: '已生成的百分数', min: 0, max: 100 })
  percent: number;

  @Text({ description: '说明' })
  message: string;

  @Text({ description: '稍后再取的地址' })
  url: string;
}
