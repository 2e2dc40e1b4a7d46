import { addDays, SNAPSHOT } from '../day.js';
import { DEPARTMENTS, departmentOf } from '../department-table.js';
import { fullWidth } from '../full-width.js';
import { Random } from '../random.js';
import { CITY } from '../region.js';
import type { Cell } from '../table/column.js';
import { headerOf, rowsOf, type TableSpec } from '../table/table.js';
import { TABLES } from '../table/tables.js';
import { lines } from '../theme/theme.js';
import { itemOf, type Item } from './item.js';
import { COMMON, LISTING } from './listing.js';

interface Draft {
  dept: string;
  name: string;
  items: string[];
  cycle: string;
  keywords: string[];
  about: string;
  table?: TableSpec;
}

const PURPOSES = [
  '为社会公众查询和企业经营提供参考',
  '支撑部门业务协同和监督评价',
  '便于群众就近办事和科研机构开展分析',
  '为政策制定、行业管理和社会监督提供依据',
  '服务民生查询、产业研究和应用开发',
];
const DAYS: Record<string, number> = { 实时: 1, 每日: 1, 每周: 7, 每月: 31, 每季度: 92, 每半年: 184, 每年: 366 };
const MODES: Record<string, string[]> = { 实时: ['服务接口'], 每日: ['服务接口', '文件下载'] };
const CLASS_HEADS: Record<string, string> = {
  每年: '统计资料',
  每月: '运行监测',
  每季度: '名录清单',
  实时: '感知监测',
  每日: '公示信息',
  每周: '公示信息',
  不定期: '政策标准',
  每半年: '名录清单',
};

function drafts(dept: string): Draft[] {
  const name = departmentOf(dept).name;
  const listed = lines(LISTING[dept] ?? '').map((line) => {
    const [title, items, cycle, keywords] = line.split('|') as [string, string, string, string];
    return { dept, name: title, items: items.split(' '), cycle, keywords: keywords.split(' '), about: '' };
  });
  const tables = TABLES.filter((table) => table.dept === dept).map((table) => ({
    dept,
    name: table.name,
    items: headerOf(table),
    cycle: table.cycle,
    keywords: table.keywords.split(' '),
    about: table.about,
    table,
  }));
  const common = COMMON.map(([title, items, cycle, keywords]) => ({
    dept,
    name: `${name}${title}`,
    items: items.split(' '),
    cycle,
    keywords: keywords.split(' '),
    about: '',
  }));
  return [...listed, ...tables, ...common];
}

/** The values a file really has decide over what the name of an item suggests. */
function typed(item: Item, values: Cell[]): Item {
  if (values.every((value) => typeof value === 'number')) {
    const whole = values.every((value) => Number.isInteger(value));
    return whole ? { ...item, type: '整型', length: 10 } : { ...item, type: '双精度型', length: 12 };
  }
  if (values.every((value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value)))) return { ...item, type: '日期型', length: 10 };
  return /整型|双精度型|货币型|日期/.test(item.type) ? { ...item, type: '字符型', length: 60 } : item;
}

function itemsOf(draft: Draft): Item[] {
  const rows = draft.table ? rowsOf(draft.table) : [];
  return draft.items.map((name) => {
    const item = itemOf(name, draft.name);
    return rows.length
      ? typed(
          item,
          rows.map((row) => row[name]!),
        )
      : item;
  });
}

function abstractOf(draft: Draft, random: Random): string {
  const department = departmentOf(draft.dept);
  const fields = draft.items
    .slice(0, 5)
    .map((name) => name.replace(/\(.*\)/u, ''))
    .join('、');
  const about = draft.about || random.pick(PURPOSES);
  const rest = draft.items.length > 5 ? `等${draft.items.length}项信息` : '等信息';
  return fullWidth(
    `本资源由${department.shortNames[0]}在履行职责过程中形成,汇集全市${draft.name.replace(department.name, '')}数据,主要包括${fields}${rest},${draft.cycle === '不定期' ? '内容变化时更新' : `${draft.cycle}更新一次`},${about}。`,
  );
}

type Access = { shareType: string; shareCondition?: string; openness: string; openCondition?: string };

function accessOf(draft: Draft, random: Random): Access {
  if (draft.table) return { shareType: '无条件共享', openness: '无条件开放' };
  const roll = random.next();
  if (roll < 0.62) return { shareType: '无条件共享', openness: '无条件开放' };
  const shareCondition = '仅限行政机关因履行职责需要申请使用,须说明使用依据、场景和期限,不得转交第三方。';
  if (roll < 0.88)
    return {
      shareType: '有条件共享',
      shareCondition,
      openness: '有条件开放',
      openCondition: '申请人应当实名认证并说明用途,签订数据利用协议,具备相应数据安全保护能力,每半年报告使用情况。',
    };
  return {
    shareType: '有条件共享',
    shareCondition,
    openness: '不予开放',
    openCondition: '含有不宜向社会公开的管理信息,仅在行政机关之间按照职责共享。',
  };
}

function sourcesOf(draft: Draft): object {
  if (!draft.table) return {};
  const { file, format, name, quirk } = draft.table;
  const notes = {
    gb18030: '文件编码为 GB18030',
    bom: '文件带 UTF-8 BOM',
    'title-and-total': '首行为标题,末行为合计',
    'multi-line': '部分单元格含换行',
  };
  return {
    resources: [{ title: `${name}数据文件`, path: `files/${file}.${format}`, format, ...(quirk ? { description: notes[quirk] } : {}) }],
  };
}

function record(draft: Draft, index: number, deptIndex: number, siblings: string[]): object {
  const department = departmentOf(draft.dept);
  const random = new Random(`${draft.dept}${draft.name}`);
  const access = accessOf(draft, random);
  const publishedOn = addDays('2021-02-01', random.int(0, 1500));
  const nominal = DAYS[draft.cycle];
  const modifiedOn = nominal ? addDays(SNAPSHOT, -random.int(0, nominal - 1)) : addDays(publishedOn, random.int(20, 120));
  const related = index % 3 === 0 && siblings.length ? [siblings[index % siblings.length]!] : [];
  const formats = draft.table ? [draft.table.format] : random.pick([['csv', 'json'], ['xlsx'], ['csv', 'xlsx', 'json'], ['json'], ['csv']]);
  return {
    kind: 'dataset',
    identifier: `lanchuan-ds-${draft.dept}-${String(index + 1).padStart(3, '0')}`,
    title: fullWidth(draft.name.startsWith(CITY.name) ? draft.name : `${CITY.name}${draft.name}`),
    abstract: abstractOf(draft, random),
    keywords: draft.keywords,
    topic: department.topic,
    region: CITY.name,
    provider: department.name,
    providerCode: department.creditCode,
    resourceCode: resourceCode(deptIndex, index),
    classPath: ['部门信息资源', '省(自治区、直辖市)及其下各级政务部门', department.name, CLASS_HEADS[draft.cycle] ?? '业务信息'].map(
      fullWidth,
    ),
    formats,
    items: itemsOf(draft).map((item) => ({ ...item, description: fullWidth(item.description) })),
    ...Object.fromEntries(Object.entries(access).map(([key, value]) => [key, fullWidth(value)])),
    shareMode: random.pick(MODES[draft.cycle] ?? ['文件下载', '批量交换', '服务接口']),
    updateCycle: draft.cycle,
    publishedOn,
    modifiedOn: modifiedOn < publishedOn ? publishedOn : modifiedOn,
    relatedCodes: related,
    license: access.openness === '无条件开放' ? 'CC0-1.0' : access.openness === '有条件开放' ? '澜川市公共数据利用协议' : undefined,
    sourceSystem: `${department.shortNames[0]}业务管理系统`,
    dataGrade: '一般数据',
    contact: { unit: `${department.name}${department.disclosureUnit}`, phone: department.phone, email: department.email },
    spatial: `${CITY.name}行政区域`,
    temporal: { start: publishedOn < '2021-06-01' ? '2020-01-01' : '2021-01-01', end: modifiedOn < publishedOn ? publishedOn : modifiedOn },
    ...(nominal ? { nextUpdateDue: addDays(modifiedOn, nominal) } : {}),
    sourceUrl: `https://data.lanchuan.example/catalog/${draft.dept}/${index + 1}`,
    ...sourcesOf(draft),
  };
}

/** 类 3, 项 07 (a province and the departments below it), 目 by department, 顺序码 of six digits. */
const resourceCode = (deptIndex: number, index: number) =>
  `307${String(deptIndex + 1).padStart(3, '0')}000/${String(index + 1).padStart(6, '0')}`;

/** Every dataset as a line of datasets.jsonl. */
export function datasetRecords(): { identifier: string; title: string; keywords: string[]; [field: string]: unknown }[] {
  return [...DEPARTMENTS.keys()]
    .filter((code) => code !== 'szf')
    .flatMap((code, deptIndex) => {
      const all = drafts(code);
      const codes = all.map((_, i) => resourceCode(deptIndex, i));
      return all.map(
        (draft, i) =>
          record(
            draft,
            i,
            deptIndex,
            codes.filter((_, j) => j !== i && all[j]!.keywords.some((word) => draft.keywords.includes(word))),
          ) as never,
      );
    });
}
