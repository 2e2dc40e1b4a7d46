import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { AccessApplicationInput, AccessApplications, DataKeys } from '../../data/index.js';
import { AppError, invalidField } from '../../kernel/app-error.js';
import { validate } from '../../kernel/field/index.js';
import { STATUS } from '../../platform/http/index.js';
import { answerPrivately } from '../answer/answer-privately.js';
import { SiteService } from '../layout/site.service.js';
import { type Form, textOf } from '../workbench/form-text.js';
import { AppliedPage } from './applied-page.js';
import { ApplyPage } from './apply-page.js';

const KEY_NAME = 100;

/** Takes applications from people who have no program at hand: the key is made on the way. */
@Injectable()
export class AccessPages {
  constructor(
    private readonly applications: AccessApplications,
    private readonly keys: DataKeys,
    private readonly sites: SiteService,
  ) {}

  async form(identifier: string, response: Response): Promise<void> {
    const { title, profile } = await this.applications.conditional(identifier);
    answerPrivately(
      response,
      <ApplyPage site={this.sites.site} identifier={identifier} title={title} condition={conditionOf(profile)} form={{}} />,
    );
  }

  /** What is wrong is said on the page, with everything that was filled in but the key. */
  async submit(identifier: string, form: Form, caller: string, response: Response): Promise<void> {
    const { title, profile } = await this.applications.conditional(identifier);
    const site = this.sites.site;
    try {
      const input = validate(AccessApplicationInput, {
        organisation: textOf(form, 'organisation') ?? '',
        contact: textOf(form, 'contact') ?? '',
        purpose: textOf(form, 'purpose') ?? '',
        months: Number(textOf(form, 'months') ?? Number.NaN),
        acceptsTerms: form.acceptsTerms === 'on',
      });
      if (!input.acceptsTerms) throw invalidField('acceptsTerms', '须同意使用条件才能申请');
      const given = textOf(form, 'key');
      // Made only when everything else is right: nobody uses up the keys of the day by mistakes.
      const issued = given ? undefined : await this.keys.issue({ application: input.organisation.slice(0, KEY_NAME) }, caller);
      const key = issued
        ? ({ kind: 'data', id: issued.row.id, name: issued.row.application } as const)
        : await this.keys.recogniseDeveloper(given!);
      const { id, dueOn } = await this.applications.submit(identifier, input, key);
      answerPrivately(
        response,
        <AppliedPage site={site} identifier={identifier} title={title} id={id} dueOn={dueOn} secret={issued?.key} />,
        201,
      );
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      answerPrivately(
        response,
        <ApplyPage site={site} identifier={identifier} title={title} condition={conditionOf(profile)} form={form} error={error} />,
        STATUS[error.code],
      );
    }
  }
}

/** What the department asks for, in its own words. */
const conditionOf = (profile: object) => (profile as { openCondition?: string | null }).openCondition;
