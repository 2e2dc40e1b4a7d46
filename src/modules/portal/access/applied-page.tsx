import { recordUrl } from '../../catalog/index.js';
import { applyPageUrl } from '../../data/index.js';
import { CodeBlock } from '../component/code-block.js';
import { Chinese } from '../component/chinese.js';
import { Section } from '../component/section.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import { useReading } from '../reading/reading.js';
import { shellQuoted } from '../table/program-examples.js';
import { SecretPanel } from '../workbench/page/choice.js';
import type { Applying } from './apply-page.js';

/** What was applied for, and the key, this once. */
export function AppliedPage({ site, identifier, title, id, dueOn, secret }: Applying & { id: string; dueOn: string; secret?: string }) {
  const { t } = useReading();
  const status = `${site.baseUrl}/api/v1/datasets/${encodeURIComponent(identifier)}/access-applications/${id}`;
  return (
    <Page site={site} title={t.access.done} path={applyPageUrl(identifier)} hidden query="" meta={columnMeta(COLUMNS.dataset)}>
      <h1>{t.access.done}</h1>
      <p>
        {t.access.for} <Chinese>{title}</Chinese> {t.access.doneWords(id, dueOn)}
      </p>
      {secret && <SecretPanel title={t.access.yourKey} secret={secret} hint={t.access.keyOnce} />}
      <Section id="status" title={t.access.status}>
        <p>{t.access.statusWords}</p>
        <CodeBlock label={t.access.scrollCommand} code={`curl -H 'X-API-Key: ${secret ?? 'hzd_…'}' ${shellQuoted(status)}`} />
        <p>
          <a href={recordUrl('dataset', identifier)}>{t.access.back}</a>
        </p>
      </Section>
    </Page>
  );
}
