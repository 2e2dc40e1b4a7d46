/** What the names of departments contain, in the order in which governments list them: their own offices first, then as the State Council lists its own. */
const USUAL = [
  /人民政府$/,
  /人民政府办公[厅室]|^(?!.*(委员会|局)).*办公[厅室]$/,
  /发展和?改革/,
  /教育/,
  /科学技术|科技/,
  /工业和信息化|经济和信息化/,
  /民族|宗教/,
  /公安/,
  /民政/,
  /司法/,
  /财政/,
  /人力资源/,
  /自然资源|规划/,
  /生态环境|环境保护/,
  /住房和城乡|住房城乡|城乡建设/,
  /城市管理|城管/,
  /交通/,
  /水利|水务/,
  /农业|农村|乡村/,
  /林业|草原/,
  /商务/,
  /文化|旅游/,
  /卫生|健康/,
  /退役军人/,
  /应急/,
  /审计/,
  /外事/,
  /国有资产|国资/,
  /市场监督|市场监管/,
  /体育/,
  /统计/,
  /医疗保障|医保/,
  /数据/,
  /信访/,
];

/** Place of a department among those that governments usually list; behind all of them for others. Pure. */
export function usualPlace(name: string): number {
  const place = USUAL.findIndex((pattern) => pattern.test(name));
  return place < 0 ? USUAL.length : place;
}

/** Departments as governments list them, equals in the order they came: the first page does it for all there are, so each name is read once. Pure. */
export const inUsualOrder = <T extends { name: string }>(departments: readonly T[]): T[] =>
  departments
    .map((department) => ({ department, place: usualPlace(department.name) }))
    .sort((a, b) => a.place - b.place)
    .map(({ department }) => department);
