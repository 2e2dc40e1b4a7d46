import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { addressOf } from '../../data/index.js';
import { AppError } from '../../kernel/app-error.js';
import { validate } from '../../kernel/field/index.js';
import { STATUS } from '../../platform/http/index.js';
import { SearchListService } from '../../search/index.js';
import { cancelPath, confirmPath, savedSearchOf, SubscriptionInput, SubscriptionService } from '../../subscription/index.js';
import { answerPrivately } from '../answer/answer-privately.js';
import { wholeSearch } from '../results/whole-search.js';
import { SiteService } from '../layout/site.service.js';
import { readingOf } from '../reading/reading.js';
import { sentenceOf } from '../reading/sentence-of.js';
import { type Form, textOf } from '../workbench/form-text.js';
import { CancelledPage, CancelPage, ConfirmedPage, ConfirmPage, SentPage } from './link-pages.js';
import { type Filled, SubscribePage } from './subscribe-page.js';

/** Takes subscriptions from people, and shows what the links of mails lead to; links change nothing, buttons do. */
@Injectable()
export class SubscriptionPages {
  constructor(
    private readonly subscriptions: SubscriptionService,
    private readonly lists: SearchListService,
    private readonly sites: SiteService,
  ) {}

  async form(query: object, response: Response, filled: Filled = { flaws: [] }, status = 200): Promise<void> {
    const input = wholeSearch(query);
    const conditions = await this.lists.inWords(input);
    const { offered } = this.subscriptions;
    answerPrivately(
      response,
      <SubscribePage site={this.sites.site} input={input} conditions={conditions} mail={offered} filled={filled} />,
      status,
    );
  }

  /** What is wrong is said on the page, with what was filled in. */
  async submit(query: object, form: Form, request: Request, response: Response): Promise<void> {
    const [email, frequency] = [textOf(form, 'email') ?? '', textOf(form, 'frequency') ?? 'daily'];
    const search = savedSearchOf(wholeSearch(query));
    try {
      // Only a program fills in what people do not see; it learns nothing from the answer.
      if (!textOf(form, 'website'))
        await this.subscriptions.request(validate(SubscriptionInput, { ...search, email, frequency }), addressOf(request));
      response.redirect(303, '/subscriptions/sent');
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      await this.form(query, response, { email, frequency, ...flawsOf(error, response) }, STATUS[error.code]);
    }
  }

  sent(response: Response): void {
    answerPrivately(response, <SentPage site={this.sites.site} />);
  }

  async confirmPage(token: string, response: Response): Promise<void> {
    const subscription = await this.subscriptions.of('confirm', token);
    const { site } = this.sites;
    answerPrivately(response, <ConfirmPage site={site} subscription={subscription} confirm={confirmPath(token)} />);
  }

  async confirm(token: string, response: Response): Promise<void> {
    answerPrivately(response, <ConfirmedPage site={this.sites.site} subscription={await this.subscriptions.confirm(token)} />);
  }

  async cancelPage(token: string, response: Response): Promise<void> {
    const subscription = await this.subscriptions.of('cancel', token);
    answerPrivately(response, <CancelPage site={this.sites.site} subscription={subscription} cancel={cancelPath(token)} />);
  }

  /** By the button, or by a mail program (RFC 8058), whose form may come as multipart and says nothing that is needed. */
  async cancel(token: string, all: boolean, response: Response): Promise<void> {
    answerPrivately(response, <CancelledPage site={this.sites.site} count={await this.subscriptions.cancel(token, all)} />);
  }
}

function flawsOf(error: AppError, response: Response): Pick<Filled, 'flaws' | 'sentence'> {
  const reading = readingOf(response.req);
  if (error.details.fields?.some(({ field }) => field === 'email'))
    return { flaws: [{ field: 'email', message: reading.t.subscription.emailWrong }] };
  return { flaws: [], sentence: sentenceOf(error, reading) };
}
