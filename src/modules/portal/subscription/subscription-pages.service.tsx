import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { VNode } from 'preact';
import { addressOf } from '../../data/index.js';
import { AppError } from '../../kernel/app-error.js';
import { validate, validateQuery } from '../../kernel/field/index.js';
import { STATUS } from '../../platform/http/index.js';
import { SearchInput, SearchListService } from '../../search/index.js';
import { cancelPath, confirmPath, savedSearchOf, SubscriptionInput, SubscriptionService } from '../../subscription/index.js';
import { renderPage } from '../layout/render-page.js';
import { SiteService } from '../layout/site.service.js';
import { readingOf } from '../reading/reading.js';
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
    const input = searchOf(query);
    const conditions = await this.lists.inWords(input);
    const { offered } = this.subscriptions;
    show(response, <SubscribePage site={this.sites.site} input={input} conditions={conditions} mail={offered} filled={filled} />, status);
  }

  /** What is wrong is said on the page, with what was filled in. */
  async submit(query: object, form: Form, request: Request, response: Response): Promise<void> {
    const [email, frequency] = [textOf(form, 'email') ?? '', textOf(form, 'frequency') ?? 'daily'];
    const search = savedSearchOf(searchOf(query));
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
    show(response, <SentPage site={this.sites.site} />);
  }

  async confirmPage(token: string, response: Response): Promise<void> {
    const subscription = await this.subscriptions.of('confirm', token);
    const { site } = this.sites;
    show(response, <ConfirmPage site={site} subscription={subscription} confirm={confirmPath(token)} />);
  }

  async confirm(token: string, response: Response): Promise<void> {
    show(response, <ConfirmedPage site={this.sites.site} subscription={await this.subscriptions.confirm(token)} />);
  }

  async cancelPage(token: string, response: Response): Promise<void> {
    const subscription = await this.subscriptions.of('cancel', token);
    show(response, <CancelPage site={this.sites.site} subscription={subscription} cancel={cancelPath(token)} />);
  }

  /** By the button, or by a mail program (RFC 8058), whose form may come as multipart and says nothing that is needed. */
  async cancel(token: string, all: boolean, response: Response): Promise<void> {
    show(response, <CancelledPage site={this.sites.site} count={await this.subscriptions.cancel(token, all)} />);
  }
}

/** The search of an address; which page of it somebody came from does not matter. */
const searchOf = (query: object): SearchInput =>
  validateQuery(SearchInput, { ...query, cursor: undefined, limit: undefined, explain: undefined });

function flawsOf({ message, details }: AppError, response: Response): Pick<Filled, 'flaws' | 'sentence'> {
  const { t, language } = readingOf(response.req);
  if (details.fields?.some(({ field }) => field === 'email')) return { flaws: [{ field: 'email', message: t.subscription.emailWrong }] };
  return { flaws: [], sentence: language === 'en' ? (details.english ?? message) : message };
}

/** A page about somebody's mailbox stands in no cache. */
function show(response: Response, page: VNode, status = 200): void {
  response
    .status(status)
    .setHeader('Cache-Control', 'no-store')
    .type('html')
    .send(renderPage(page, readingOf(response.req)));
}
