import { Injectable } from '@nestjs/common';
import {
  countBehind,
  FIGURES,
  type FiguresQuestion,
  type RankingQuestion,
  type RecordsQuestion,
  TransparencyReader,
} from '../../transparency/index.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import type { Reading } from '../reading/reading.js';
import { DepartmentFiguresPage } from './department-figures-page.js';
import { FigureRecordsPage } from './figure-records-page.js';
import { MethodPage } from './method-page.js';
import { TransparencyPage } from './transparency-page.js';

/** Records on a page. */
const SHOWN = 50;

/** Gathers what the pages of figures show. */
@Injectable()
export class TransparencyPages {
  constructor(
    private readonly reader: TransparencyReader,
    private readonly sites: SiteService,
  ) {}

  /** What pages of figures depend on beside the catalog. */
  state(): Promise<string> {
    return this.reader.version();
  }

  /** @throws AppError BAD_REQUEST */
  async whole(question: RankingQuestion, reading: Reading): Promise<string> {
    const [figures, ranking] = await Promise.all([this.reader.figures(question), this.reader.ranking(question)]);
    return renderPage(<TransparencyPage site={this.sites.site} figures={figures} ranking={ranking} {...question} />, reading);
  }

  /** @throws AppError BAD_REQUEST, NOT_FOUND */
  async department(code: string, span: Pick<FiguresQuestion, 'from' | 'to'>, reading: Reading): Promise<string> {
    const { department, ...figures } = await this.reader.figures({ ...span, department: code });
    return renderPage(<DepartmentFiguresPage site={this.sites.site} figures={{ ...figures, department: department! }} />, reading);
  }

  /** @throws AppError BAD_REQUEST, NOT_FOUND */
  async records(question: RecordsQuestion, cursor: string | undefined, reading: Reading): Promise<string> {
    const { figure, department, month, from, to } = question;
    const page = await this.reader.records(question, { cursor, limit: SHOWN });
    const given = Object.entries({ figure, department, month, from, to }).filter((entry): entry is [string, string] => Boolean(entry[1]));
    return renderPage(
      <FigureRecordsPage
        site={this.sites.site}
        figure={figure}
        page={page}
        department={page.department ?? undefined}
        span={FIGURES[countBehind(figure)].scope === 'month' ? { from: page.from, to: page.to } : undefined}
        query={new URLSearchParams(given).toString()}
        continued={cursor !== undefined}
      />,
      reading,
    );
  }

  method(reading: Reading): string {
    return renderPage(<MethodPage site={this.sites.site} />, reading);
  }
}
