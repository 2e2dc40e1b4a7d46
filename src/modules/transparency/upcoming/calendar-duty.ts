/** A duty of the calendar that everybody has. */
export interface CalendarDuty {
  kind: 'departmentReport' | 'governmentReport';
  /** The year that is reported on. */
  year: number;
  dueOn: string;
  label: string;
  english: string;
  basis: string;
}

const ART_49 = '《政府信息公开条例》第四十九条';

/** Last days of annual reports on the year before (条例 Art. 49), in the order of the year. */
const REPORTS = [
  { kind: 'departmentReport', date: '01-31', label: '各部门公布年度报告', english: 'Annual reports of departments' },
  { kind: 'governmentReport', date: '03-31', label: '本级政府公布年度报告', english: 'Annual report of the government' },
] as const;

/** Duties of the calendar that are due on a day or within so many months after it, the soonest first. Pure. */
export function calendarDuties(today: string, until: string): CalendarDuty[] {
  const first = Number(today.slice(0, 4));
  return [first, first + 1].flatMap((year) =>
    REPORTS.flatMap(({ kind, date, label, english }) => {
      const dueOn = `${year}-${date}`;
      const said = { label: `${label}（${year - 1} 年）`, english: `${english} (${year - 1})` };
      return dueOn >= today && dueOn <= until ? [{ kind, year: year - 1, dueOn, ...said, basis: ART_49 }] : [];
    }),
  );
}
