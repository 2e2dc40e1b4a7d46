import type { Department } from './department-table.js';
import { fullWidth } from './full-width.js';
import { CITY, ROADS } from './region.js';

/** What a department says of itself under Art. 20(2): address, fax, duties, leaders and internal units; persons have no given names. */
export interface DepartmentProfile {
  address: string;
  fax: string;
  duties: string;
  leaders: string;
  internalUnits: string;
}

const SURNAMES = [...'沈陆顾程唐许邵梁韩范'];
/** What the heads of organs are called, by how the organ is. */
const HEADS: [ending: string, head: string][] = [
  ['人民政府', '市长'],
  ['办公室', '主任'],
  ['委员会', '主任'],
  ['中心', '主任'],
];
const COMMON_UNITS = ['办公室', '人事科', '规划财务科', '机关党委'];

/** Pure: the same department gives the same profile. */
export function profileOf({ name, phone, duty, disclosureUnit }: Department): DepartmentProfile {
  const seed = Number(phone.slice(-3));
  const surname = (place: number) => `${SURNAMES[(seed + place * 3) % SURNAMES.length]!}某某`;
  const head = HEADS.find(([ending]) => name.endsWith(ending))?.[1] ?? '局长';
  const items = duty.replace(/\u3002$/, '').split(',');
  const own = disclosureUnit.replace(/^.*办公室(?=.)/, '');
  return {
    address: `${CITY.name}${ROADS[seed % ROADS.length]!}${String((seed % 180) + 6)}号`,
    fax: `${phone.slice(0, -3)}${String(seed + 300)}`,
    duties: [`贯彻落实党中央、国务院和省委、省政府的有关决策部署`, ...items, '完成市委、市政府交办的其他任务']
      .map((item) => `${fullWidth(item)}。`)
      .join('\n'),
    leaders: [
      `${head}：${surname(0)}，主持全面工作`,
      `副${head}：${surname(1)}，分管${own}、人事工作`,
      `副${head}：${surname(2)}，分管业务工作`,
    ].join('\n'),
    internalUnits: [...new Set([...COMMON_UNITS, own, '业务一科', '业务二科'])].join('\n'),
  };
}
