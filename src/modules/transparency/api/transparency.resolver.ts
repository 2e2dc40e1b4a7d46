import { Args, Query, Resolver } from '@nestjs/graphql';
import { Open } from '../../platform/access/index.js';
import { queryArgs } from '../../platform/graphql/index.js';
import { TransparencyReader } from '../transparency-reader.js';
import { presentFigures, presentRanking, presentRecords } from './present-figures.js';
import {
  FigureRecordPage,
  RankingArgs,
  RecordsOfFigureArgs,
  Transparency,
  TransparencyArgs,
  TransparencyRanking,
} from './transparency.model.js';

/** Figures that hold departments to account, by GraphQL. */
@Open()
@Resolver(() => Transparency)
export class TransparencyResolver {
  constructor(private readonly reader: TransparencyReader) {}

  @Query(() => Transparency, { description: '公开是否及时、更新是否按期、开放多少、申请答复是否按期：合计与逐月' })
  async transparency(@Args() args: TransparencyArgs): Promise<Transparency> {
    return presentFigures(await this.reader.figures(queryArgs(TransparencyArgs, args)));
  }

  @Query(() => TransparencyRanking, { description: '各部门的数字，按其中一个排序' })
  async transparencyDepartments(@Args() args: RankingArgs): Promise<TransparencyRanking> {
    return presentRanking(await this.reader.ranking(queryArgs(RankingArgs, args)));
  }

  @Query(() => FigureRecordPage, { description: '一个数字背后的记录，与它一样多' })
  async transparencyRecords(@Args() args: RecordsOfFigureArgs): Promise<FigureRecordPage> {
    const { after, first, ...question } = queryArgs(RecordsOfFigureArgs, args);
    return presentRecords(await this.reader.records(question, { cursor: after ?? undefined, limit: first }, 'after'));
  }
}
