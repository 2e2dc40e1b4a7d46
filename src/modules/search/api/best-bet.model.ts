import { ArgsType, InputType, ObjectType } from '@nestjs/graphql';
import { Text, TextList } from '../../kernel/field/index.js';
import type { BestBetRow } from '../preference/best-bet.repository.js';

/** A decision of an editor about one query. */
@InputType()
export class BestBetInput {
  @Text({ description: '查询；大小写、繁简、全半角、标点和空格不同的写法算同一个', max: 200, min: 1, example: '公积金' })
  query: string;

  @TextList({ description: '置顶记录的标识符，按先后', items: 10 })
  pinned: string[] = [];

  @TextList({ description: '沉底记录的标识符', items: 50 })
  buried: string[] = [];

  @Text({ description: '理由', max: 500, optional: true })
  note?: string | null;
}

/** The same as it stands. */
@ObjectType()
export class BestBet {
  @Text({ description: '查询' })
  query: string;

  @TextList({ description: '置顶记录的标识符，按先后' })
  pinned: string[];

  @TextList({ description: '沉底记录的标识符' })
  buried: string[];

  @Text({ description: '理由' })
  note: string;

  @Text({ description: '设置者' })
  updatedBy: string;

  @Text({ description: '设置时间', format: 'date-time' })
  updatedAt: string;
}

/** Which decision to take back. */
@ArgsType()
export class BestBetQuery {
  @Text({ description: '查询', max: 200, min: 1, example: '公积金' })
  query: string;
}

/** A query whose decision was changed. */
@ObjectType()
export class BestBetChange {
  @Text({ description: '查询' })
  query: string;
}

/** A decision as administrators see it. */
export const presentBestBet = (row: BestBetRow): BestBet => ({ ...row, updatedAt: row.updatedAt.toISOString() });
