import type { Department } from '../../department/index.js';
import { FEEDBACK_DAYS } from '../../feedback/index.js';
import { ErrorSummary, type FormFlaw, InputField } from '../component/form-parts.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import { type Form, textOf } from '../workbench/form-text.js';
import { FormEnd } from './form-end.js';
import type { Refusal } from './form-flaws.js';
import { FormalRequest } from './formal-request.js';

interface AskPageProps {
  site: Site;
  /** Departments of what comes nearest to the query, the likeliest first. */
  nearest: readonly Department[];
  departments: readonly Department[];
  mails: boolean;
  form: Form;
  refusal?: Refusal;
}

/** The form with which anybody asks for what the search did not find. */
export function AskPage({ site, nearest, departments, mails, form, refusal }: AskPageProps) {
  const { t } = useReading();
  const { ask } = t.feedback;
  const flaws = refusal?.flaws;
  const value = (name: string) => textOf(form, name) ?? undefined;
  return (
    <Page
      site={site}
      title={ask.title}
      path="/ask"
      hidden
      query={null}
      description={COLUMNS.ask.description}
      meta={columnMeta(COLUMNS.ask)}
      crumbs={[{ label: ask.title }]}
    >
      <ErrorSummary flaws={flaws ?? []} sentence={refusal?.sentence} />
      <h1>{ask.title}</h1>
      <p class="lead">{ask.lead}</p>
      <ul>
        <li>{ask.days(FEEDBACK_DAYS.demand)}</li>
        <li>{t.feedback.rules.privacy}</li>
      </ul>
      <form class="work-form" action="/ask" method="post">
        <InputField name="title" label={ask.what} help={ask.whatHelp} value={value('title')} required maxLength={100} flaws={flaws} />
        <InputField
          name="text"
          label={ask.textLabel}
          help={ask.textHelp}
          value={value('text')}
          required
          lines={6}
          maxLength={2000}
          flaws={flaws}
        />
        <DepartmentChoice nearest={nearest} departments={departments} value={value('department')} flaws={flaws} />
        <FormEnd mails={mails} email={value('email')} flaws={flaws} />
      </form>
      <FormalRequest departments={nearest} />
    </Page>
  );
}

interface DepartmentChoiceProps {
  nearest: readonly Department[];
  departments: readonly Department[];
  value?: string;
  flaws?: readonly FormFlaw[];
}

/** Who should answer: those nearest to the query first, or nobody in particular. */
function DepartmentChoice({ nearest, departments, value, flaws = [] }: DepartmentChoiceProps) {
  const { t } = useReading();
  const { ask } = t.feedback;
  const wrong = flaws.find(({ field }) => field === 'department')?.message;
  const near = new Set(nearest.map(({ code }) => code));
  const options = (list: readonly Department[]) =>
    list.map(({ code, name }) => (
      <option key={code} value={code} selected={code === value} lang="zh-CN">
        {name}
      </option>
    ));
  return (
    <div class={wrong ? 'work-field work-field-wrong' : 'work-field'}>
      <label for="department">{ask.department}</label>
      <span class="note" id="department-help">
        {ask.departmentHelp}
      </span>
      {wrong && (
        <span class="wrong" id="department-wrong">
          {wrong}
        </span>
      )}
      <select
        id="department"
        name="department"
        aria-describedby={wrong ? 'department-help department-wrong' : 'department-help'}
        aria-invalid={wrong ? 'true' : undefined}
      >
        <option value="">{ask.unknownDepartment}</option>
        {nearest.length > 0 && <optgroup label={ask.nearest}>{options(nearest)}</optgroup>}
        <optgroup label={ask.allDepartments}>{options(departments.filter(({ code }) => !near.has(code)))}</optgroup>
      </select>
    </div>
  );
}
