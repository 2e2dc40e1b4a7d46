import type { StatutoryItem } from '../../disclosure/index.js';
import { Chinese } from '../component/chinese.js';
import { DataTable } from '../component/data-table.js';
import { numberText } from '../component/number-text.js';
import { useReading } from '../reading/reading.js';
import { ItemLabel } from './disclosure-navigation.js';

/** The items of Articles 20 and 21 with how much stands under each. */
export function StatutoryTable({ items }: { items: readonly StatutoryItem[] }) {
  const { t } = useReading();
  return (
    <DataTable
      caption={t.disclosure.statutoryCaption}
      captionHidden
      columns={[{ label: t.disclosure.content }, { label: t.disclosure.documents, number: true }, { label: t.disclosure.newest }]}
      rows={items.map((item) => ({
        key: item.code,
        cells: [
          <>
            <a href={item.url}>
              <ItemLabel item={item} />
            </a>
            <span class="note statutory-article">
              <Chinese>{item.article}</Chinese>
            </span>
          </>,
          numberText(item.count),
          item.newestOn ? <time dateTime={item.newestOn}>{item.newestOn}</time> : '—',
        ],
      }))}
    />
  );
}
