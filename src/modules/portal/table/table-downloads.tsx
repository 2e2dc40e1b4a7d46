import { type DataTableModel, isMadeLater, tableApiUrl } from '../../data/index.js';
import { sizeText } from '../component/downloads.js';
import { Section } from '../component/section.js';
import { useReading } from '../reading/reading.js';
import { tableFormats } from './table-formats.js';
import { questionQuery, type TableQuestion } from './table-question.js';

/** Ways to take a table away: all of it, or the rows that were found. */
export function TableDownloads({ table, question }: { table: DataTableModel; question: TableQuestion }) {
  const { t } = useReading();
  const api = tableApiUrl(table.dataset, table.name);
  const { cursor: _, orderBy: __, ...filter } = question;
  const query = questionQuery(filter);
  return (
    <Section id="exports" title={t.table.download}>
      <FormatLinks table={table} />
      {query !== '' && (
        <>
          <p class="note">{t.table.onlyFound}</p>
          <FormatLinks table={table} query={query} />
        </>
      )}
      {isMadeLater(table) && <p class="note">{t.table.madeLater}</p>}
      <p class="note">
        {`${t.table.parquet(sizeText(table.byteSize))}${t.dataset.comma}${t.table.descriptions}`}
        <a href={`${api}/datapackage.json`}>Data Package</a> <a href={`${api}/csv-metadata.json`}>CSVW</a>{' '}
        <a href={`${table.url}/croissant.json`}>Croissant</a> <a href={`${api}/openapi.json`}>OpenAPI</a>
      </p>
    </Section>
  );
}

/** A link a format. */
export function FormatLinks({ table, query }: { table: DataTableModel; query?: string }) {
  const { t } = useReading();
  return (
    <ul class="format-links">
      {tableFormats(table, query).map(({ format, href }) => (
        <li key={format}>
          <a class="download" href={href} rel={query ? 'nofollow' : undefined} download>
            {t.table.formats[format]}
          </a>
        </li>
      ))}
    </ul>
  );
}
