import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { RecordReader } from '../../catalog/index.js';
import { FeedbackReader } from '../../feedback/index.js';
import { Open } from '../../platform/access/index.js';
import { PageAnswers } from '../answer/page-answers.js';
import { DocumentPages } from './document-pages.service.js';

/** Pages of documents, and what any record has: its address and its proof. */
@ApiExcludeController()
@Open()
@Controller()
export class DocumentController {
  constructor(
    private readonly answers: PageAnswers,
    private readonly pages: DocumentPages,
    private readonly reader: RecordReader,
    private readonly feedback: FeedbackReader,
  ) {}

  @Get('documents/:identifier')
  async document(@Param('identifier') identifier: string, @Res() response: Response): Promise<void> {
    const state = await this.feedback.state(identifier);
    return this.answers.answer(response, { seconds: 0, state }, (reading) => this.pages.document(identifier, reading));
  }

  /** The address of a record whose kind the caller does not know. */
  @Get('records/:identifier')
  async record(@Param('identifier') identifier: string, @Res() response: Response): Promise<void> {
    response.redirect(302, (await this.reader.get(identifier)).url);
  }

  @Get('records/:identifier/proof')
  proof(@Param('identifier') identifier: string, @Res() response: Response): Promise<void> {
    return this.answers.answer(response, { seconds: 0 }, (reading) => this.pages.proof(identifier, reading));
  }
}
