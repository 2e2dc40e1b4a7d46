import type { SearchInput } from '../../search/index.js';
import { ChoiceField, ErrorSummary, type FormFlaw, HoneyPot, InputField } from '../component/form-parts.js';
import { Section } from '../component/section.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import { feedLink, searchLink } from '../results/search-link.js';
import { Searched, type SearchedProps } from './searched.js';
import { mailLink } from '../results/search-link.js';

/** What was filled in, and what is wrong with it. */
export interface Filled {
  email?: string;
  frequency?: string;
  flaws: readonly FormFlaw[];
  /** What is wrong with none of the fields. */
  sentence?: string;
}

interface SubscribePageProps {
  site: Site;
  input: SearchInput;
  conditions: SearchedProps['conditions'];
  /** False where no mail can be sent: then the feed alone is offered. */
  mail: boolean;
  filled: Filled;
}

/** The form that subscribes to a search. */
export function SubscribePage({ site, input, conditions, mail, filled }: SubscribePageProps) {
  const { t } = useReading();
  const { subscription } = t;
  return (
    <Page
      site={site}
      title={subscription.title}
      path="/subscriptions/new"
      hidden
      query={input.q ?? ''}
      meta={columnMeta(COLUMNS.subscription)}
      feed={feedLink(input)}
      crumbs={[{ label: t.common.search, href: searchLink(input) }, { label: subscription.title }]}
    >
      <h1>{subscription.title}</h1>
      {mail && <ErrorSummary flaws={filled.flaws} sentence={filled.sentence} />}
      <p class="lead">{mail ? subscription.lead : subscription.away}</p>
      <Section id="what" title={subscription.what}>
        <Searched q={input.q} conditions={conditions} />
        <p>
          <a href={searchLink(input)}>{subscription.seeResults}</a>
        </p>
        <p>
          <a href={feedLink(input)}>{subscription.atom}</a>
        </p>
      </Section>
      {mail && <MailForm input={input} filled={filled} />}
    </Page>
  );
}

function MailForm({ input, filled: { email, frequency = 'daily', flaws } }: Pick<SubscribePageProps, 'input' | 'filled'>) {
  const { subscription } = useReading().t;
  const often = [
    { value: 'daily', label: subscription.daily },
    { value: 'weekly', label: subscription.weekly },
  ];
  return (
    <Section id="how" title={subscription.how}>
      <form class="work-form" action={mailLink(input)} method="post">
        <InputField
          name="email"
          label={subscription.email}
          help={subscription.emailHelp}
          type="email"
          maxLength={254}
          autoComplete="email"
          value={email}
          required
          flaws={flaws}
        />
        <ChoiceField name="frequency" legend={subscription.frequency} choices={often} value={frequency} />
        <p class="note">
          {subscription.frequencyNote} {input.q && subscription.strict}
        </p>
        <HoneyPot />
        <button type="submit">{subscription.submit}</button>
      </form>
    </Section>
  );
}
