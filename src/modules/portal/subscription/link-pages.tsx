import type { ComponentChildren } from 'preact';
import { CONFIRM_WITHIN_HOURS, type SearchSubscription } from '../../subscription/index.js';
import { Section } from '../component/section.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import { Searched } from './searched.js';

interface FrameProps {
  site: Site;
  title: string;
  path: string;
  lead: string;
  children?: ComponentChildren;
}

/** A page to which a mail leads, or that tells what was done. */
function Frame({ site, title, path, lead, children }: FrameProps) {
  const { subscription } = useReading().t;
  return (
    <Page
      site={site}
      title={title}
      path={path}
      hidden
      query=""
      meta={columnMeta(COLUMNS.subscription)}
      crumbs={[{ label: subscription.title, href: '/subscriptions/new' }, { label: title }]}
    >
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {children}
    </Page>
  );
}

interface LinkProps {
  site: Site;
  subscription: SearchSubscription;
  /** Paths that the buttons post to. */
  confirm?: string;
  cancel?: string;
}

/** Tells that a mail is on its way, whether or not the address is known. */
export function SentPage({ site }: { site: Site }) {
  const { subscription } = useReading().t;
  return (
    <Frame site={site} title={subscription.sentTitle} path="/subscriptions/sent" lead={subscription.sent(CONFIRM_WITHIN_HOURS)}>
      <p>{subscription.sentNote}</p>
      <HomeLink />
    </Frame>
  );
}

/** What would be subscribed, and the button that does it. */
export function ConfirmPage({ site, subscription, confirm }: LinkProps) {
  const { t } = useReading();
  return (
    <Frame site={site} title={t.subscription.confirmTitle} path="/subscriptions/confirm" lead={t.subscription.confirmLead}>
      <What subscription={subscription} />
      <form class="work-form choices" action={confirm} method="post">
        <button type="submit">{t.subscription.confirm}</button>
      </form>
    </Frame>
  );
}

/** Tells what was subscribed. */
export function ConfirmedPage({ site, subscription }: LinkProps) {
  const { t } = useReading();
  return (
    <Frame site={site} title={t.subscription.confirmedTitle} path="/subscriptions/confirm" lead={t.subscription.confirmed}>
      <What subscription={subscription} />
    </Frame>
  );
}

/** What would be cancelled, and the buttons that do it. */
export function CancelPage({ site, subscription, cancel }: LinkProps) {
  const { t } = useReading();
  return (
    <Frame site={site} title={t.subscription.cancelTitle} path="/subscriptions/cancel" lead={t.subscription.cancelLead}>
      <What subscription={subscription} />
      <form class="work-form choices" action={cancel} method="post">
        <button type="submit">{t.subscription.cancel}</button>
        <button type="submit" name="all" value="on" class="plain">
          {t.subscription.cancelAll}
        </button>
      </form>
    </Frame>
  );
}

/** Tells that nothing is left. */
export function CancelledPage({ site, count }: { site: Site; count: number }) {
  const { subscription } = useReading().t;
  return (
    <Frame site={site} title={subscription.cancelledTitle} path="/subscriptions/cancel" lead={subscription.cancelled(count)}>
      <HomeLink />
    </Frame>
  );
}

function What({ subscription: { q, conditions, frequency, url } }: { subscription: SearchSubscription }) {
  const { subscription } = useReading().t;
  return (
    <Section id="what" title={subscription.what}>
      <Searched q={q} conditions={conditions} frequency={frequency} />
      <p>
        <a href={url}>{subscription.seeResults}</a>
      </p>
    </Section>
  );
}

function HomeLink() {
  const { subscription } = useReading().t;
  return (
    <p>
      <a href="/">{subscription.toSearch}</a>
    </p>
  );
}
