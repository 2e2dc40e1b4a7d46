import { breadcrumbs } from '../../interop/index.js';
import { FIGURE_NAMES, type FigureName, FIGURES } from '../../transparency/index.js';
import { Chinese } from '../component/chinese.js';
import { DataTable } from '../component/data-table.js';
import { Section } from '../component/section.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';

const PARTS = ['publishing', 'freshness', 'openness', 'requests', 'feedback'] as const;

/** How each figure is counted, and by which rule. */
export function MethodPage({ site }: { site: Site }) {
  const { t } = useReading();
  const words = t.transparency;
  return (
    <Page
      site={site}
      title={words.method}
      path="/transparency/method"
      query=""
      description={words.methodLead}
      meta={columnMeta(COLUMNS.transparency)}
      crumbs={[{ label: words.title, href: '/transparency' }, { label: words.method }]}
      jsonLd={[
        breadcrumbs(site.baseUrl, [
          { name: words.title, path: '/transparency' },
          { name: words.method, path: '/transparency/method' },
        ]),
      ]}
    >
      <h1>{words.method}</h1>
      <p class="lead">{words.methodLead}</p>
      <ul class="dots">
        {words.methodRules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      {PARTS.map((part) => (
        <Section key={part} id={part} title={words[part]}>
          <Methods title={words[part]} names={FIGURE_NAMES.filter((name) => name.startsWith(`${part}.`))} />
        </Section>
      ))}
    </Page>
  );
}

function Methods({ title, names }: { title: string; names: readonly FigureName[] }) {
  const { t } = useReading();
  const words = t.transparency;
  return (
    <DataTable
      caption={title}
      captionHidden
      columns={[words.figure, words.howCounted, words.scope, words.basis].map((label) => ({ label }))}
      rows={names.map((name) => {
        const { scope, basis } = FIGURES[name];
        return {
          key: name,
          cells: [
            words.labels[name],
            words.methods[name],
            scope === 'month' ? words.byMonth : words.today,
            basis ? <Chinese>{basis}</Chinese> : '',
          ],
        };
      })}
    />
  );
}
