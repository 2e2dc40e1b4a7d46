import type { PlainValue } from '../../table/column-statistics.js';
import type { ChartSpec } from '../chart-kind.js';
import type { ChartAnswer, ChartData } from '../chart-points.js';
import { fold, folded, type Folded, shown } from '../fold-values.js';
import { fullNumber } from '../number-words.js';
import { lineOf } from '../plain-text.js';
import { provinceOf } from './province-tiles.js';

const COUNTY = 6;

/** Values by province; by prefecture or county where all rows lie in one province or prefecture. Pure. */
export function regionsOf({ aggregate }: ChartSpec, { rows, more }: ChartAnswer, { named }: { named: boolean }): ChartData {
  const read = rows.map(([code, value, count]) => ({
    code: divisionCode(code),
    value: folded(value, aggregate === 'avg' ? count : undefined),
  }));
  const names = named ? namesOf(rows) : new Map<string, string>();
  const known = read.filter(({ code }) => provinceOf(code));
  const digits = levelOf(known.map(({ code }) => code));
  const regions = new Map<string, Folded>();
  let above = 0;
  const whole = known.filter(
    ({ code }) => isProvince(code) && known.some((other) => !isProvince(other.code) && other.code.startsWith(code.slice(0, 2))),
  );
  for (const { code, value } of known) {
    const part = code.slice(0, digits);
    if (part.length < digits || (digits > 2 && part.endsWith('00'))) above += 1;
    else regions.set(part, regions.has(part) ? fold(regions.get(part)!, value, aggregate) : value);
  }
  const points = [...regions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, value]) => ({ label: nameOf(code, names), code, ...shown(value) }));
  const unknown = read.length - known.length;
  return {
    points,
    groups: [],
    notes: [
      ...(unknown > 0 ? [`有 ${fullNumber(unknown)} 个代码不是行政区划代码（GB/T 2260），没有画出`] : []),
      ...(above > 0 ? [`有 ${fullNumber(above)} 个代码是上级区划本身，没有画进下级区划`] : []),
      ...(digits === 2 && whole.length > 0 ? [`有 ${fullNumber(whole.length)} 个省既有全省的代码又有下级的代码，已合在一起`] : []),
      ...(more ? [`代码太多，只统计了前 ${fullNumber(rows.length)} 个`] : []),
    ],
  };
}

const isProvince = (code: string) => /^\d{2}(0{2})*$/.test(code);

/** Full codes end in noughts for whole provinces and prefectures. */
function divisionCode(value: PlainValue | undefined): string {
  return String(value ?? '')
    .trim()
    .slice(0, COUNTY);
}

/** How many digits tell the regions apart: provinces, or the parts of the one province or prefecture. */
function levelOf(codes: readonly string[]): number {
  const differ = (digits: number) =>
    new Set(codes.map((code) => code.padEnd(COUNTY, '0').slice(0, digits)).filter((part) => digits === 2 || !part.endsWith('00'))).size;
  if (differ(2) !== 1) return 2;
  const prefectures = differ(4);
  // Districts of municipalities are all under xx01 and xx02.
  const municipality = ['11', '12', '31', '50'].includes(codes[0]!.slice(0, 2));
  if (prefectures > 1 && !municipality) return 4;
  return differ(COUNTY) > 0 ? COUNTY : prefectures > 0 ? 4 : 2;
}

function nameOf(code: string, names: ReadonlyMap<string, string>): string {
  const whole = code.padEnd(COUNTY, '0');
  return (code.length === 2 ? provinceOf(code)?.name : undefined) ?? names.get(whole) ?? whole;
}

/** What the table itself calls its codes, where it has one name for a code. */
function namesOf(rows: ChartAnswer['rows']): Map<string, string> {
  return new Map(
    rows.flatMap((row): [string, string][] => {
      const [least, greatest] = row.slice(-2);
      return typeof least === 'string' && least === greatest ? [[divisionCode(row[0]).padEnd(COUNTY, '0'), lineOf(least)]] : [];
    }),
  );
}
