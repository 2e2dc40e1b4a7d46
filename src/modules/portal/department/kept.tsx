import type { Figures } from '../../transparency/index.js';
import { Figures as FigureList } from '../component/figures.js';
import { Section } from '../component/section.js';
import { useReading } from '../reading/reading.js';
import { departmentFiguresPage, recordsPage } from '../transparency/figure-links.js';
import { valueText } from '../transparency/value-text.js';

/** A department's figures over the last two years. */
export type DepartmentKept = Pick<Figures, 'from' | 'to' | 'totals'>;

const SHOWN = [
  'publishing.published',
  'publishing.onTimeShare',
  'freshness.keptShare',
  'openness.openShare',
  'requests.onTimeShare',
  'feedback.onTimeShare',
] as const;

/** How a department keeps its duties, each figure with the records behind it; what cannot be told is left out. */
export function Kept({ kept: { from, to, totals }, code }: { kept: DepartmentKept; code: string }) {
  const { t } = useReading();
  const figures = SHOWN.flatMap((name) => {
    const value = totals[name];
    return value === null || value === undefined
      ? []
      : [{ value: valueText(name, value, ''), label: t.transparency.labels[name], href: recordsPage(name, code, { from, to }) }];
  });
  if (figures.length === 0) return <></>;
  return (
    <Section id="kept" title={t.transparency.title}>
      <p class="note">{t.transparency.range(from, to)}</p>
      <FigureList figures={figures} />
      <p>
        <a href={departmentFiguresPage(code, { from, to })}>{t.department.moreKept}</a>
      </p>
    </Section>
  );
}
