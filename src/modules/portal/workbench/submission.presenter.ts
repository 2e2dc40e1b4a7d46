import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { type SubmissionRow, WorkflowService } from '../../catalog/index.js';
import { type SignedIn, SignInService } from '../../identity/index.js';
import type { AppError } from '../../kernel/app-error.js';
import { STATUS } from '../../platform/http/index.js';
import { VocabularyService } from '../../vocabulary/index.js';
import { labelOf } from './form-field.js';
import { PeopleService } from './people.js';
import { SubmissionPage } from './page/submission.js';
import { showPage } from './show-page.js';
import { SubmissionFileService } from './submission-files.service.js';
import { VisitorService } from './visitor.service.js';
import { WorkbenchService } from './workbench.service.js';

/** Shows a submission, and what was wrong with the last step. */
@Injectable()
export class SubmissionPresenter {
  constructor(
    private readonly workflow: WorkflowService,
    private readonly workbench: WorkbenchService,
    private readonly files: SubmissionFileService,
    private readonly signIns: SignInService,
    private readonly vocabulary: VocabularyService,
    private readonly visitors: VisitorService,
    private readonly people: PeopleService,
  ) {}

  async show(response: Response, row: SubmissionRow, session: SignedIn, error?: AppError): Promise<void> {
    const allowed = this.workbench.allowed(row, session.actor);
    const editable = allowed.includes('save') && row.action === 'publish';
    const steps = await this.workflow.steps(row.id);
    await this.people.introduce(
      response,
      steps.map(({ actor }) => actor),
    );
    const page = SubmissionPage({
      ...this.visitors.of(session),
      task: this.workbench.taskOf(row),
      departmentName: await this.workbench.departmentName(row.department),
      changes: await this.workbench.changes(row),
      isNew: row.baseRevision === null,
      hints: await this.workbench.hintsOn(row),
      files: await this.files.list(row),
      steps,
      allowed,
      bases: this.vocabulary.table('nonDisclosureBasis').items.map(({ code, label }) => ({ value: code, label })),
      askPassword: this.signIns.needsConfirmation(session),
      errors: error && [
        { text: error.message },
        ...(error.details.fields ?? []).map(({ field, message }) => ({
          text: `${labelOf(row.kind, field)}：${message}`,
          href: editable ? `/workbench/submissions/${row.id}/edit#field-${field.replace(/[[.].*$/, '')}` : undefined,
        })),
      ],
    });
    showPage(response, page, error ? STATUS[error.code] : 200);
  }
}
