import { Body, Controller, Get, Post, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { GateWordInput, GateWordService } from '../../../catalog/index.js';
import { type ActingContext, ByCookie, CurrentContext, CurrentSession, Needs, type SignedIn } from '../../../identity/index.js';
import { AppError } from '../../../kernel/app-error.js';
import { validate } from '../../../kernel/field/index.js';
import { STATUS } from '../../../platform/http/index.js';
import { type Form, textOf } from '../form-text.js';
import { WordsPage, type WordValues } from '../page/words.js';
import { showPage } from '../show-page.js';
import { VisitorService } from '../visitor.service.js';
import { WorkbenchFilter } from '../workbench.filter.js';
import { given, sentencesOf } from './said.js';

const PLACE = '/workbench/words';

/** The word list of the gate, by the system administrator. */
@ApiExcludeController()
@UseFilters(WorkbenchFilter)
@ByCookie()
@Needs('gateWord.write')
@Controller('workbench/words')
export class WordPagesController {
  constructor(
    private readonly words: GateWordService,
    private readonly visitors: VisitorService,
  ) {}

  @Get()
  async list(@CurrentSession() session: SignedIn, @Res() response: Response): Promise<void> {
    await this.show(session, response, {});
  }

  @Post()
  async set(
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const values = given(form, ['word', 'severity', 'suggestion', 'note']);
    await this.orAgain(session, response, values, () => this.words.set(validate(GateWordInput, values), context));
  }

  @Post('removal')
  async remove(
    @Body() form: Form,
    @CurrentContext() context: ActingContext,
    @CurrentSession() session: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    await this.orAgain(session, response, {}, () => this.words.remove(textOf(form, 'word') ?? '', context));
  }

  private async orAgain(session: SignedIn, response: Response, values: WordValues, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      response.redirect(303, PLACE);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await this.show(session, response, values, error);
    }
  }

  private async show(session: SignedIn, response: Response, values: WordValues, error?: AppError): Promise<void> {
    const page = WordsPage({ ...this.visitors.of(session), words: await this.words.list(), values, errors: error && sentencesOf(error) });
    showPage(response, page, error ? STATUS[error.code] : 200);
  }
}
