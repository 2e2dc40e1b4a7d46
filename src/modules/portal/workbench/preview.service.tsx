import { Injectable } from '@nestjs/common';
import type { VNode } from 'preact';
import { presentDraft, type RecordKind } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { AppError } from '../../kernel/app-error.js';
import { VocabularyService } from '../../vocabulary/index.js';
import { DatasetContent } from '../dataset/dataset-content.js';
import { DatasetJudge } from '../dataset/dataset-judge.service.js';
import { DocumentContent } from '../document/document-page.js';
import { labelOf } from './form-field.js';
import { draftFrom, type Form } from './read-form.js';

/** Shows a draft as it would be published; stores nothing. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly vocabulary: VocabularyService,
    private readonly judge: DatasetJudge,
    private readonly clock: Clock,
  ) {}

  of(kind: RecordKind, values: Form): VNode {
    try {
      const today = this.clock.today();
      const draft = draftFrom(kind, { ...values, publishedOn: values.publishedOn ?? today });
      const record = presentDraft(draft, null, this.clock.now(), this.vocabulary);
      return (
        <article>
          <p class="note preview-note">预览：发布后公众看到的样子；现在还没有发布。</p>
          {record.kind === 'dataset' ? (
            <DatasetContent dataset={record} department={undefined} facts={this.judge.factsOf(record, 0)} />
          ) : (
            <DocumentContent document={record} department={undefined} related={[]} />
          )}
        </article>
      );
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const flaws = error.details.fields ?? [];
      return (
        <div class="panel quiet">
          <p>改好下面几处后可以预览：</p>
          <ul>
            {flaws.map(({ field, message }) => (
              <li key={field}>
                {labelOf(kind, field)}：{message}
              </li>
            ))}
          </ul>
        </div>
      );
    }
  }
}
