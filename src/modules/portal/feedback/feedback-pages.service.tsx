import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { type RecordKind, type RecordRow, unknownRecord } from '../../catalog/index.js';
import { type Department, DepartmentService } from '../../department/index.js';
import {
  DemandInput,
  FeedbackInput,
  FeedbackIntake,
  FeedbackReader,
  RECORD_FEEDBACK_KINDS,
  type RecordFeedbackKind,
} from '../../feedback/index.js';
import { AppError } from '../../kernel/app-error.js';
import { validate } from '../../kernel/field/index.js';
import { STATUS } from '../../platform/http/index.js';
import { Mailer } from '../../platform/mail/index.js';
import { AdorningLists } from '../answer/adorning-lists.js';
import { answerPrivately } from '../answer/answer-privately.js';
import { facetValues } from '../component/facet-values.js';
import { SiteService } from '../layout/site.service.js';
import { readingOf } from '../reading/reading.js';
import { type Form, textOf } from '../workbench/form-text.js';
import { AskPage } from './ask-page.js';
import { FeedbackFormPage } from './feedback-form-page.js';
import { refusalOf } from './form-flaws.js';
import { StatusPage } from './status-page.js';

const NEAREST = 5;
/** Longest query that a demand begins with. */
const LONGEST_TITLE = 100;

/** Takes what people say and ask for by form; what is wrong is said on the page, with everything that was filled in. */
@Injectable()
export class FeedbackPages {
  constructor(
    private readonly intake: FeedbackIntake,
    private readonly reader: FeedbackReader,
    private readonly departments: DepartmentService,
    private readonly lists: AdorningLists,
    private readonly mailer: Mailer,
    private readonly sites: SiteService,
  ) {}

  /** @throws AppError NOT_FOUND, GONE */
  async form(kind: RecordKind, identifier: string, what: unknown, response: Response): Promise<void> {
    await this.showForm(await this.record(kind, identifier), kindOf(what), {}, response);
  }

  /** @throws AppError NOT_FOUND, GONE */
  async submit(kind: RecordKind, identifier: string, form: Form, caller: string, response: Response): Promise<void> {
    const record = await this.record(kind, identifier);
    const what = kindOf(form.kind);
    try {
      const input = validate(FeedbackInput, {
        kind: what,
        text: textOf(form, 'text') ?? '',
        ...(what === 'reuse' ? { title: textOf(form, 'title') ?? '', address: textOf(form, 'address') } : {}),
        email: textOf(form, 'email'),
      });
      refusePrograms(form, response);
      response.redirect(303, (await this.intake.submit(identifier, input, caller)).url);
    } catch (error) {
      await this.showForm(record, what, form, response, toldOf(error));
    }
  }

  async ask(query: unknown, response: Response): Promise<void> {
    const q = typeof query === 'string' ? [...query.trim()].slice(0, LONGEST_TITLE).join('') : '';
    await this.showAsk({ title: q }, response);
  }

  async demand(form: Form, caller: string, response: Response): Promise<void> {
    try {
      const input = validate(DemandInput, {
        title: textOf(form, 'title') ?? '',
        text: textOf(form, 'text') ?? '',
        department: textOf(form, 'department'),
        email: textOf(form, 'email'),
      });
      refusePrograms(form, response);
      response.redirect(303, (await this.intake.demand(input, caller)).url);
    } catch (error) {
      await this.showAsk(form, response, toldOf(error));
    }
  }

  /** @throws AppError NOT_FOUND */
  async status(token: string, response: Response): Promise<void> {
    const { department, status } = await this.reader.statusWithDepartment(token);
    const known = department === null ? undefined : (await this.departments.byCodes([department])).get(department);
    answerPrivately(response, <StatusPage site={this.sites.site} feedback={status} path={`/feedback/${token}`} department={known} />);
  }

  private async showForm(record: RecordRow, what: RecordFeedbackKind, form: Form, response: Response, error?: AppError): Promise<void> {
    const department = record.department && (await this.departments.byCodes([record.department])).get(record.department)?.name;
    answerPrivately(
      response,
      <FeedbackFormPage
        site={this.sites.site}
        record={record}
        department={department ?? null}
        what={what}
        mails={this.mailer.on}
        form={form}
        refusal={error && refusalOf(error, readingOf(response.req))}
      />,
      error && STATUS[error.code],
    );
  }

  private async showAsk(form: Form, response: Response, error?: AppError): Promise<void> {
    const departments = await this.departments.registered();
    answerPrivately(
      response,
      <AskPage
        site={this.sites.site}
        nearest={await this.nearest(textOf(form, 'title'), departments)}
        departments={departments}
        mails={this.mailer.on}
        form={form}
        refusal={error && refusalOf(error, readingOf(response.req))}
      />,
      error && STATUS[error.code],
    );
  }

  /** Departments of what the search finds for these words after all, those with the most first. */
  private async nearest(q: string | null, departments: readonly Department[]): Promise<Department[]> {
    if (q === null) return [];
    const found = await this.lists.counts({ q }, ['department']);
    const codes = facetValues(found, 'department').map(({ value }) => value);
    return codes.flatMap((code) => departments.find((department) => department.code === code) ?? []).slice(0, NEAREST);
  }

  private async record(kind: RecordKind, identifier: string): Promise<RecordRow> {
    const record = await this.intake.record(identifier);
    if (record.kind !== kind) throw unknownRecord(identifier);
    return record;
  }
}

const kindOf = (what: unknown): RecordFeedbackKind => RECORD_FEEDBACK_KINDS.find((kind) => kind === what) ?? 'question';

/** What a form can be told; anything else goes on as it came. */
function toldOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error;
}

/** @throws AppError VALIDATION_FAILED for whoever fills in what people do not see */
function refusePrograms(form: Form, response: Response): void {
  if (textOf(form, 'website') === null) return;
  const { t } = readingOf(response.req);
  throw new AppError('VALIDATION_FAILED', t.feedback.leaveEmpty, { english: t.feedback.leaveEmpty });
}
