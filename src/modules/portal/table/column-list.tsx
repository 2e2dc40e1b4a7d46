import type { DataTableModel } from '../../data/index.js';
import { Chinese } from '../component/chinese.js';
import { DataTable } from '../component/data-table.js';
import { numberText } from '../component/number-text.js';
import { Section } from '../component/section.js';
import { useReading } from '../reading/reading.js';

const LONGEST = 30;
const MOST_COMMON = 3;
/** Columns of the list that hold figures. */
const FIGURES = [3, 4];

/** The columns of a table: what they mean and what they hold. */
export function ColumnList({ table }: { table: DataTableModel }) {
  const { t } = useReading();
  return (
    <Section id="columns" title={t.table.columns}>
      <div class="described">
        <DataTable
          caption={t.table.columnsCaption}
          captionHidden
          columns={t.table.columnsColumns.map((label, place) => ({ label, number: FIGURES.includes(place) }))}
          rows={table.columns.map(({ key, name, type, unit, description, statistics }) => ({
            key,
            cells: [
              <Chinese>{name}</Chinese>,
              <code>{key}</code>,
              unit ? t.table.unit(t.table.types[type] ?? type, unit) : t.table.types[type],
              statistics && numberText(statistics.nulls),
              statistics && numberText(statistics.distinct),
              shortened(statistics?.min),
              shortened(statistics?.max),
              <Chinese>
                {statistics?.top
                  .slice(0, MOST_COMMON)
                  .map(({ value, count }) => t.table.common(shortened(String(value)) ?? '', numberText(count)))
                  .join(t.table.comma)}
              </Chinese>,
              <Chinese>{description}</Chinese>,
            ],
          }))}
        />
      </div>
    </Section>
  );
}

function shortened(text: string | null | undefined): string | undefined {
  if (!text) return undefined;
  const letters = [...text.slice(0, LONGEST * 4)];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : letters.join('');
}
