import type { FigureName, Order, Ranking } from '../../transparency/index.js';
import { Chinese } from '../component/chinese.js';
import { DataTable } from '../component/data-table.js';
import { numberText } from '../component/number-text.js';
import { Pager } from '../component/pager.js';
import { Section } from '../component/section.js';
import { useReading } from '../reading/reading.js';
import { departmentFiguresPage, recordsPage } from './figure-links.js';
import { valueText } from './value-text.js';

/** What departments are compared by. */
const COLUMNS: readonly FigureName[] = [
  'publishing.published',
  'publishing.onTimeShare',
  'publishing.late',
  'publishing.medianDays',
  'freshness.datasets',
  'freshness.keptShare',
  'freshness.overdue',
  'openness.openShare',
  'openness.machineReadable',
  'requests.onTimeShare',
];

interface RankingTableProps {
  ranking: Ranking;
  sort: FigureName;
  order: Order;
  limit: number;
  offset: number;
}

/** Departments side by side, in an order that links change. */
export function RankingTable({ ranking, sort, order, limit, offset }: RankingTableProps) {
  const { t } = useReading();
  const words = t.transparency;
  const { from, to, total, departments } = ranking;
  const address = (by: FigureName, direction: Order, after = 0) =>
    `/transparency?${new URLSearchParams({ from, to, sort: by, order: direction, ...(after > 0 ? { offset: String(after) } : {}) }).toString()}#departments`;
  return (
    <Section id="departments" title={words.departments}>
      <p>{words.departmentsNote(numberText(total))}</p>
      <div class="ranking">
        <DataTable
          caption={words.ranked(words.labels[sort], order === 'desc' ? words.sortedDown : words.sortedUp)}
          columns={[
            { label: words.department },
            ...COLUMNS.map((name) => ({
              number: true,
              sorted: name === sort ? (order === 'desc' ? ('descending' as const) : ('ascending' as const)) : undefined,
              label: (
                <a
                  rel="nofollow"
                  href={address(name, name === sort && order === 'desc' ? 'asc' : 'desc')}
                  title={words.sortBy(words.labels[name])}
                >
                  {words.labels[name]}
                  {name === sort && <span aria-hidden="true">{order === 'desc' ? ' ↓' : ' ↑'}</span>}
                </a>
              ),
            })),
          ]}
          rows={departments.map(({ department: { code, name }, values }) => ({
            key: code ?? '',
            cells: [
              <a href={departmentFiguresPage(code, ranking)}>{code === null ? words.unknownDepartment : <Chinese>{name}</Chinese>}</a>,
              ...COLUMNS.map((figure) => (
                <a rel="nofollow" href={recordsPage(figure, code, ranking)}>
                  {valueText(figure, values[figure], t.common.noValue)}
                </a>
              )),
            ],
          }))}
        />
      </div>
      <Pager
        first={offset > limit ? address(sort, order) : undefined}
        previous={offset > 0 ? address(sort, order, Math.max(0, offset - limit)) : undefined}
        next={offset + limit < total ? address(sort, order, offset + limit) : undefined}
      />
    </Section>
  );
}
