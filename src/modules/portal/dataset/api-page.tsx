import type { Dataset } from '../../catalog/index.js';
import { ANSWER_DAYS, applyPageUrl, type DataTableModel, tableApiUrl } from '../../data/index.js';
import { resourceIdOf } from '../../interop/index.js';
import { CodeBlock } from '../component/code-block.js';
import { Chinese, Value } from '../component/chinese.js';
import { DataTable } from '../component/data-table.js';
import { Fields } from '../component/fields.js';
import { numberText } from '../component/number-text.js';
import { Section } from '../component/section.js';
import { COLUMNS } from '../layout/column.js';
import { columnMeta } from '../layout/meta.js';
import { Page } from '../layout/page.js';
import type { Site } from '../layout/site.js';
import { useReading } from '../reading/reading.js';
import { Programs } from '../table/code-examples.js';
import { protocolExamples, restExamples, shellQuoted } from '../table/program-examples.js';
import { tableFormats } from '../table/table-formats.js';
import { openingOf } from './openness.js';

/** A table as programs see it. */
interface ApiTable {
  table: DataTableModel;
  /** A condition that finds something. */
  example: string | undefined;
}

interface ApiPageProps {
  site: Site;
  dataset: Dataset;
  tables: readonly ApiTable[];
  /** Units a minute by address and by key; 0 sets no limit. */
  units: { anonymous: number; key: number };
}

/** How programs read a dataset: addresses of every protocol, examples that run, columns, limits. */
export function ApiPage({ site, dataset, tables, units }: ApiPageProps) {
  const { t } = useReading();
  const title = t.dataset.apiTitle(dataset.title);
  return (
    <Page
      site={site}
      title={title}
      path={`${dataset.url}/api`}
      query=""
      description={t.dataset.apiLead}
      meta={columnMeta(COLUMNS.dataset)}
      crumbs={[
        { label: t.layout.data, href: '/search?kind=dataset' },
        { label: dataset.title, href: dataset.url, said: true },
        { label: t.dataset.interfaceTitle },
      ]}
    >
      <article>
        <header class="record-head">
          <h1>{title}</h1>
          <p class="lead">{t.dataset.apiLead}</p>
        </header>
        <Conditions dataset={dataset} units={units} />
        <RecordAddresses dataset={dataset} />
        {tables.map((each) => (
          <TableSection key={each.table.name} site={site} {...each} />
        ))}
        {tables.length === 0 && <NoTables site={site} dataset={dataset} />}
        <p>
          <a href={dataset.url}>{t.dataset.backToData}</a>
        </p>
      </article>
    </Page>
  );
}

function Conditions({ dataset, units }: Pick<ApiPageProps, 'dataset' | 'units'>) {
  const { t } = useReading();
  const { identifier, license, openCondition } = dataset;
  const keys = {
    open: t.dataset.noKey,
    applied: (
      <>
        {t.dataset.needsKey}
        <a href={applyPageUrl(identifier)}>{t.dataset.apply}</a> {t.dataset.getKey(ANSWER_DAYS)}
      </>
    ),
    asked: `${t.dataset.closedWithoutDepartment} ${t.dataset.askDepartment}`,
    closed: t.dataset.neverOpen,
  };
  return (
    <Section id="facts" title={t.dataset.apiFacts}>
      <Fields
        fields={[
          [t.dataset.key, keys[openingOf(dataset)]],
          [
            t.dataset.limits,
            units.anonymous > 0 ? t.dataset.limitsWords(numberText(units.anonymous), numberText(units.key)) : t.dataset.noLimits,
          ],
          [t.dataset.license, license ? <Value>{license}</Value> : t.dataset.licenceUnknown],
          [t.dataset.openCondition, openCondition && <Chinese>{openCondition}</Chinese>],
          [t.dataset.encoding, t.dataset.encodingWords],
        ]}
      />
    </Section>
  );
}

function RecordAddresses({ dataset }: { dataset: Dataset }) {
  const { t } = useReading();
  const api = `/api/v1${dataset.url}`;
  return (
    <Section id="record" title={t.dataset.recordAddresses}>
      <AddressTable
        caption={t.dataset.recordAddressesCaption}
        addresses={[
          [t.dataset.recordJson, api],
          [t.dataset.tableList, `${api}/tables`],
          [t.dataset.dcat, `${dataset.url}.ttl`],
          [t.dataset.usage, `${api}/usage`],
          [t.dataset.dictionary, `${dataset.url}/dictionary.csv`],
        ]}
      />
    </Section>
  );
}

function TableSection({ site, table, example }: ApiTable & { site: Site }) {
  const { t } = useReading();
  const { dataset, name, title, columns } = table;
  const api = tableApiUrl(dataset, name);
  const asked = { baseUrl: site.baseUrl, dataset, name, where: example };
  const id = resourceIdOf({ identifier: dataset, table: name });
  return (
    <Section id={`table-${name}`} title={t.dataset.tableTitle(title)}>
      <AddressTable
        caption={t.dataset.tableAddresses(title)}
        addresses={[
          [t.dataset.rows, `${api}/rows?limit=10`],
          ...tableFormats(table).map(({ format, href }): [string, string] => [
            `${t.dataset.wholeFile}: ${t.table.formats[format] ?? format}`,
            href,
          ]),
          [t.dataset.openapi, `${api}/openapi.json`],
          [t.dataset.ckan, `/api/3/action/datastore_search?resource_id=${encodeURIComponent(id)}&limit=10`],
        ]}
      />
      <h3>{t.dataset.examples}</h3>
      <Programs programs={[...restExamples(asked), ...protocolExamples(asked)]} />
      <p class="note">
        {t.dataset.mcpWords} <code>{`${site.baseUrl}/mcp`}</code>
      </p>
      <h3>{t.table.columns}</h3>
      <div class="described">
        <DataTable
          caption={t.dataset.columns(title)}
          captionHidden
          columns={t.dataset.columnsColumns.map((label) => ({ label }))}
          rows={columns.map(({ key, name: column, type, unit, description }) => ({
            key,
            cells: [
              <Chinese>{column}</Chinese>,
              <code>{key}</code>,
              t.table.types[type] ?? type,
              unit && <Chinese>{unit}</Chinese>,
              description && <Chinese>{description}</Chinese>,
            ],
          }))}
        />
      </div>
    </Section>
  );
}

function NoTables({ site, dataset }: Pick<ApiPageProps, 'site' | 'dataset'>) {
  const { t } = useReading();
  const command = `curl -s -H 'X-API-Key: hzd_…' ${shellQuoted(`${site.baseUrl}/api/v1${dataset.url}/tables`)}`;
  if (openingOf(dataset) !== 'applied') return <p>{t.dataset.noTables}</p>;
  return (
    <>
      <p>{t.dataset.keyedTables}</p>
      <CodeBlock label={t.dataset.scrollCode} code={command} />
    </>
  );
}

function AddressTable({ caption, addresses }: { caption: string; addresses: readonly [string, string][] }) {
  const { t } = useReading();
  return (
    <div class="addresses">
      <DataTable
        caption={caption}
        captionHidden
        columns={t.dataset.addressColumns.map((label) => ({ label }))}
        rows={addresses.map(([label, href]) => ({
          key: href,
          cells: [
            label,
            <a class="address" href={href} rel="nofollow">
              {href}
            </a>,
          ],
        }))}
      />
    </div>
  );
}
