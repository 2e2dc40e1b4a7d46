import { asciiKey } from './column-key.js';

/** A name as the table has it, and its stable ASCII key. */
export interface NamedColumn {
  name: string;
  key: string;
  /** Found in brackets behind the name. */
  unit?: string;
}

const LONGEST = 200;
const UNIT = /[（(]\s*(?:单位\s*[:：]\s*)?([^（）()\d：:，,、]{1,12}|%|‰)\s*[）)]$/u;
/** What looks like a unit behind a name; anything else in brackets is a remark. */
const KNOWN_UNIT =
  /^(%|‰|℃|°C|(十|百|千|万|十万|百万|千万|亿)?(美元|港元|欧元|元|人|人次|户|户次|家|个|件|次|宗|张|辆|台|套|项|所|处|头|只|株|吨|公斤|千克|克|毫克|斤|升|毫升|立方米|平方米|平方公里|平方千米|公里|千米|米|厘米|毫米|公顷|亩|千瓦|千瓦时|度|小时|分钟|秒|天|日|月|年|岁|页|册|床|张|μg\/m3|ug\/m3|mg\/L|μg\/m³|mg\/m³|km|m|kg|t|h|MW|kW))$/u;

/** Names of columns, each once and none empty, with keys. Pure. */
export function nameColumns(given: readonly string[]): NamedColumn[] {
  const names = new Set<string>();
  // DuckDB calls the number of a row so.
  const keys = new Set(['file_row_number']);
  return given.map((raw, index) => {
    const name = unique(raw.normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, LONGEST) || `列${index + 1}`, names, '_');
    const key = unique(asciiKey(name, 'col'), keys, '_');
    const unit = UNIT.exec(name)?.[1]?.trim();
    return unit !== undefined && KNOWN_UNIT.test(unit) ? { name, key, unit } : { name, key };
  });
}

function unique(wanted: string, taken: Set<string>, mark: string): string {
  for (let i = 1; ; i++) {
    const name = i === 1 ? wanted : `${wanted}${mark}${i}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
