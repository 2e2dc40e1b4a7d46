import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Open } from '../../platform/access/index.js';
import { PageAnswers } from '../answer/page-answers.js';
import { revisionNumber } from './revision-pair.js';
import { VersionPages } from './version-pages.service.js';

/** Pages of the versions of documents and datasets. */
@ApiExcludeController()
@Open()
@Controller()
export class VersionController {
  constructor(
    private readonly answers: PageAnswers,
    private readonly pages: VersionPages,
  ) {}

  @Get('documents/:identifier/versions')
  ofDocument(@Param('identifier') identifier: string, @Query('before') before: unknown, @Res() response: Response): Promise<void> {
    return this.list('document', identifier, before, response);
  }

  @Get('datasets/:identifier/versions')
  ofDataset(@Param('identifier') identifier: string, @Query('before') before: unknown, @Res() response: Response): Promise<void> {
    return this.list('dataset', identifier, before, response);
  }

  @Get('documents/:identifier/versions/:pair')
  documents(@Param('identifier') identifier: string, @Param('pair') pair: string, @Res() response: Response): Promise<void> {
    return this.difference('document', identifier, pair, response);
  }

  @Get('datasets/:identifier/versions/:pair')
  datasets(@Param('identifier') identifier: string, @Param('pair') pair: string, @Res() response: Response): Promise<void> {
    return this.difference('dataset', identifier, pair, response);
  }

  private async list(kind: 'document' | 'dataset', identifier: string, before: unknown, response: Response): Promise<void> {
    const state = await this.pages.state();
    await this.answers.answer(response, { seconds: 0, query: true, state }, (reading) =>
      this.pages.list(kind, identifier, revisionNumber(before), reading),
    );
  }

  private async difference(kind: 'document' | 'dataset', identifier: string, pair: string, response: Response): Promise<void> {
    const state = await this.pages.state();
    await this.answers.answer(response, { seconds: 0, state }, (reading) => this.pages.difference(kind, identifier, pair, reading));
  }
}
