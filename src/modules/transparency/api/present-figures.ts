import { countBehind, FIGURE_NAMES, type FigureName, FIGURES } from '../figure/figure.js';
import { recordsQuery, type Span } from '../figure/records-address.js';
import type { FigureValues } from '../figure/tally.js';
import type { FigureRecords, Figures, NamedDepartment, Ranking } from '../transparency-reader.js';
import type { FigureDefinition, FigureRecordPage, FigureValue, Transparency, TransparencyRanking } from './transparency.model.js';

const RECORDS = '/api/v1/transparency/records';
const MONTHLY = FIGURE_NAMES.filter((name) => FIGURES[name].scope === 'month');

/** How every figure comes about. Pure. */
export const DEFINITIONS: FigureDefinition[] = FIGURE_NAMES.map((name) => {
  const { subject, scope, label, english, method, basis } = FIGURES[name];
  return { name, subject, scope, label, english, method, basis };
});

function present(
  values: FigureValues,
  names: readonly FigureName[],
  { department, span }: { department: NamedDepartment | null; span: Span },
): FigureValue[] {
  return names.map((figure) => ({
    figure,
    value: values[figure],
    records: `${RECORDS}?${recordsQuery(countBehind(figure), department ? department.code : undefined, span)}`,
  }));
}

/** Figures as REST and GraphQL have them. Pure. */
export function presentFigures({ asOf, from, to, department, totals, months }: Figures): Transparency {
  return {
    ...{ asOf, from, to, department, definitions: DEFINITIONS },
    totals: present(totals, FIGURE_NAMES, { department, span: { from, to } }),
    months: months.map(({ month, values }) => ({ month, values: present(values, MONTHLY, { department, span: { month } }) })),
  };
}

/** Departments as REST and GraphQL have them. Pure. */
export function presentRanking({ asOf, from, to, total, departments }: Ranking): TransparencyRanking {
  return {
    ...{ asOf, from, to, total },
    departments: departments.map(({ department, values }) => ({
      ...department,
      values: present(values, FIGURE_NAMES, { department, span: { from, to } }),
    })),
  };
}

/** A page of records without what only the database knows. Pure. */
export function presentRecords({ figure, total, nextCursor, records }: FigureRecords): FigureRecordPage {
  return { figure, total, nextCursor, records: records.map(({ position: _, ...record }) => record) };
}
