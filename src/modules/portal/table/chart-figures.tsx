import { type DataTableModel, tablePageUrl } from '../../data/index.js';
import { Section } from '../component/section.js';
import { useReading } from '../reading/reading.js';

/** A chart that fits a table, by its address. */
export interface SuggestedChart {
  title: string;
  query: string;
}

/** Address of the page of a chart. Pure. */
export const chartPage = ({ dataset, name }: Pick<DataTableModel, 'dataset' | 'name'>, query: string) =>
  `${tablePageUrl(dataset, name)}/chart?${query}`;

/** Address of the drawing of a chart. Pure. */
export const chartImage = ({ dataset, name }: Pick<DataTableModel, 'dataset' | 'name'>, query: string) =>
  `${tablePageUrl(dataset, name)}/chart.svg?${query}`;

/** Small drawings, each leading to the large one with its data. */
export function ChartFigures({ table, charts }: { table: DataTableModel; charts: SuggestedChart[] }) {
  const { t } = useReading();
  return (
    <Section id="charts" title={t.table.charts}>
      <div class="charts">
        {charts.map(({ title, query }) => (
          <figure key={query}>
            <a href={chartPage(table, query)}>
              <img
                src={`${chartImage(table, query)}&width=400&height=260`}
                width={400}
                height={260}
                alt={t.table.openChart(title)}
                loading="lazy"
              />
            </a>
            <figcaption>{title}</figcaption>
          </figure>
        ))}
      </div>
    </Section>
  );
}
