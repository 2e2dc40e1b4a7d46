import { Type } from 'class-transformer';
import { Text, Whole } from '../../kernel/field/index.js';

/** Whose column a page is of. */
export class DisclosureQuery {
  /** The form sends an empty one for all departments. */
  @Text({ description: '部门编号', max: 100, optional: true })
  department?: string;
}

/** Which page of a block. */
export class DisclosureBlockQuery extends DisclosureQuery {
  @Type(() => Number)
  @Whole({ description: '年度', min: 2007, max: 2100, optional: true })
  year?: number;

  @Type(() => Number)
  @Whole({ description: '第几页', min: 1, max: 5_000, optional: true })
  page?: number;
}
