import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { VNode } from 'preact';
import type { RecordKind, ResourceFields, SubmissionRow } from '../../catalog/index.js';
import type { SignedIn } from '../../identity/index.js';
import type { AppError } from '../../kernel/app-error.js';
import { STATUS } from '../../platform/http/index.js';
import { ChoiceService } from './choice.service.js';
import type { Difference } from './difference.js';
import { differences } from './difference.js';
import { fileField, formFields, labelOf } from './form-field.js';
import { EditorPage } from './page/editor.js';
import type { Form } from './read-form.js';
import { showPage } from './show-page.js';
import { SubmissionFileService } from './submission-files.service.js';
import { VisitorService } from './visitor.service.js';
import { WorkbenchService } from './workbench.service.js';

/** What the editor shows beside the values. */
export interface EditorState {
  row?: SubmissionRow;
  error?: AppError;
  preview?: VNode;
  notice?: string;
  formedOn?: string | null;
}

/** Shows the editor with values that may not be stored anywhere yet. */
@Injectable()
export class EditorPresenter {
  constructor(
    private readonly visitors: VisitorService,
    private readonly workbench: WorkbenchService,
    private readonly choices: ChoiceService,
    private readonly submissionFiles: SubmissionFileService,
  ) {}

  async show(response: Response, session: SignedIn, kind: RecordKind, given: Form, state: EditorState = {}): Promise<void> {
    const { row, error, preview, notice, formedOn } = state;
    const values = this.choices.shown(given);
    const fields = error?.details.fields ?? [];
    const files = (values[fileField(kind)] ?? []) as ResourceFields[];
    const page = EditorPage({
      ...this.visitors.of(session),
      title: row ? `修改：${row.title}` : kind === 'dataset' ? '登记数据资源' : '起草公开文件',
      address: row ? `/workbench/submissions/${row.id}` : '/workbench/submissions',
      kind,
      fields: formFields(kind),
      values,
      files,
      checks: row ? await this.submissionFiles.checks(row, files) : [],
      choices: await this.choices.of(kind),
      formedOn: formedOn ?? row?.formedOn ?? this.workbench.today(),
      departments: row ? [] : await this.workbench.ownDepartments(session.actor),
      version: row?.version,
      errors: error && [
        { text: error.message },
        ...fields
          // These say the same sentence again.
          .filter(({ field }) => field !== 'If-Match' && field !== 'file')
          .map(({ field, message }) => ({ text: `${labelOf(kind, field)}：${message}`, href: `#${boxOf(kind, field)}` })),
      ],
      wrong: Object.fromEntries(fields.map(({ field, message }) => [field.replace(/[[.].*$/, ''), message])),
      conflict: error?.code === 'PRECONDITION_FAILED' && row ? conflictOf(row, values, this.choices) : undefined,
      preview,
      notice,
    });
    showPage(response, page, error ? STATUS[error.code] : 200);
  }
}

function conflictOf(stored: SubmissionRow, mine: Form, choices: ChoiceService): Difference[] {
  return differences(formFields(stored.kind), choices.shown(stored.content as Form), mine);
}

/** Id of the box in which a field is mended. */
function boxOf(kind: RecordKind, path: string): string {
  const name = path.replace(/[[.].*$/, '');
  if (name === fileField(kind)) return 'attachments';
  return formFields(kind).some((field) => field.name === name) ? `field-${name}` : name;
}
