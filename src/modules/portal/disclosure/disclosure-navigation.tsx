import { type DisclosureColumn, type DisclosurePlace, disclosureUrl, type StatutoryItem } from '../../disclosure/index.js';
import { Chinese } from '../component/chinese.js';
import { numberText } from '../component/number-text.js';
import { useReading } from '../reading/reading.js';

/** The blocks of the column at its left, with the items of Articles 20 and 21 under statutory content. */
export function DisclosureNavigation({ column, here }: { column: DisclosureColumn; here: DisclosurePlace }) {
  const { t } = useReading();
  const current = (place: DisclosurePlace) => (place.block === here.block && !place.item === !here.item ? 'page' : undefined);
  const { department } = column;
  return (
    <nav class="disclosure-nav" aria-label={t.disclosure.navigation}>
      <ul>
        <li>
          <a href={disclosureUrl({ department })} aria-current={here.block === undefined ? 'page' : undefined}>
            {t.disclosure.overview}
          </a>
        </li>
        {column.blocks.map(({ block, url, count, items }) => (
          <li key={block}>
            <a href={url} aria-current={current({ block })}>
              {t.disclosure.block[block]} {count > 0 && <Count of={count} />}
            </a>
            {block === 'statutory' && here.block === 'statutory' && <Items items={items} chosen={here.item} />}
          </li>
        ))}
        <li>
          <a href={column.requestUrl} aria-current={current({ block: 'request' })}>
            {t.disclosure.block.request}
          </a>
        </li>
        {column.unclassified.count > 0 && (
          <li>
            <a href={column.unclassified.url} aria-current={current({ block: 'unclassified' })}>
              {t.disclosure.block.unclassified} <Count of={column.unclassified.count} />
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Items({ items, chosen }: { items: readonly StatutoryItem[]; chosen?: string | null }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.code}>
          <a href={item.url} aria-current={item.code === chosen ? 'page' : undefined}>
            <ItemLabel item={item} /> <Count of={item.count} />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What an item wants disclosed, in the language of the page. */
export function ItemLabel({ item: { code, label } }: { item: Pick<StatutoryItem, 'code' | 'label'> }) {
  const said = useReading().t.disclosure.item[code];
  return said ? <span>{said}</span> : <Chinese>{label}</Chinese>;
}

const Count = ({ of }: { of: number }) => <span class="facet-count">{numberText(of)}</span>;
