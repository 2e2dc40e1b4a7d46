import type { DataTableModel } from '../../data/index.js';
import { ErrorSummary } from '../component/form-parts.js';
import { numberText } from '../component/number-text.js';
import { useReading } from '../reading/reading.js';
import type { TableQuestion } from './table-question.js';

/** What can be mended in the form itself. */
const FIELDS = ['words', 'where'];

/** Why a question was not answered, and in which of its parts the reason lies. */
export interface Refused {
  sentence: string;
  fields: readonly string[];
}

interface TableFormProps {
  table: DataTableModel;
  question: TableQuestion;
  /** Rows of the answer, if they were counted. */
  total: number | null | undefined;
  example: string | undefined;
  refused: Refused | undefined;
}

/** Which rows to show; what is wrong with the question stands above it. */
export function TableForm({ table, question, total, example, refused }: TableFormProps) {
  const { t } = useReading();
  const flaws = (refused?.fields ?? [])
    .map((field) => ({ field: field === 'q' ? 'words' : field, message: refused!.sentence }))
    .filter(({ field }) => FIELDS.includes(field));
  const wrong = (field: string) => flaws.some((flaw) => flaw.field === field) || undefined;
  return (
    <>
      {refused && <ErrorSummary flaws={flaws} sentence={refused.sentence} />}
      <form class="table-form" method="get" action={table.url}>
        <label>
          {t.table.words}
          <input
            id="words"
            type="search"
            name="q"
            value={question.q ?? ''}
            maxLength={200}
            placeholder={t.table.wordsHint}
            aria-invalid={wrong('words')}
          />
        </label>
        <label>
          {t.table.condition}
          <input
            id="where"
            type="text"
            name="where"
            value={question.where ?? ''}
            maxLength={4000}
            placeholder={example}
            aria-describedby="table-hint"
            aria-invalid={wrong('where')}
          />
        </label>
        {question.orderBy && <input type="hidden" name="orderBy" value={question.orderBy} />}
        <button type="submit">{t.table.query}</button>
        {Boolean(question.q ?? question.where) && <a href={table.url}>{t.table.allRows}</a>}
      </form>
      <p id="table-hint" class="note">
        {t.table.conditionHint(example ?? t.table.anyExample)}
        {total !== null && total !== undefined && ` ${t.table.total(numberText(total))}`}
      </p>
    </>
  );
}
