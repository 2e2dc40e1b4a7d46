import type { Dataset } from '../../catalog/index.js';
import { Chinese, Value } from '../component/chinese.js';
import { DataTable } from '../component/data-table.js';
import { Section } from '../component/section.js';
import { useReading } from '../reading/reading.js';

interface ItemsSectionProps {
  items: Dataset['items'];
  /** Codes of their types. */
  types: readonly (string | undefined)[];
  /** Address of the same as a file; none in a preview. */
  dictionary?: string;
}

/** What each column of the data means (信息项). */
export function ItemsSection({ items, types, dictionary }: ItemsSectionProps) {
  const { t } = useReading();
  if (items.length === 0) return <></>;
  return (
    <Section id="items" title={t.dataset.items(items.length)}>
      <div class="described">
        <DataTable
          caption={t.dataset.itemsCaption}
          captionHidden
          columns={t.dataset.itemColumns.map((label) => ({ label }))}
          rows={items.map(({ name, type, length, description }, index) => ({
            key: String(index),
            cells: [
              <Chinese>{name}</Chinese>,
              t.dataset.itemTypes[types[index] ?? ''] ?? (type && <Value>{type}</Value>),
              length,
              description && <Chinese>{description}</Chinese>,
            ],
          }))}
        />
      </div>
      {dictionary && (
        <p>
          <a class="download" href={dictionary} download>
            {t.dataset.dictionary}
          </a>
        </p>
      )}
    </Section>
  );
}
