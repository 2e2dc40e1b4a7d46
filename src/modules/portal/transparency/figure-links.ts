import { countBehind, type FigureName, NO_DEPARTMENT, recordsQuery } from '../../transparency/index.js';

/** Months that a page shows. */
export interface PageSpan {
  from: string;
  to: string;
}

/** Page of the records behind a figure. Pure. */
export const recordsPage = (figure: FigureName, department: string | null | undefined, span: PageSpan | { month: string }): string =>
  `/transparency/records?${recordsQuery(countBehind(figure), department, span)}`;

/** Page of a department's figures. Pure. */
export const departmentFiguresPage = (code: string | null, { from, to }: PageSpan): string =>
  `/transparency/departments/${encodeURIComponent(code ?? NO_DEPARTMENT)}?from=${from}&to=${to}`;
