const PROVINCES = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇云藏陕秦甘陇青宁新';
const MINISTRIES =
  '发改|教|国科|科|工信|公|民|司|财|人社|自然资|环|建|交|水|农|商|文|国卫|卫|应急|银|审|国资|税|国市监|市监|国统|医保|林|国能|民航|国邮|工商|质检|食药监|安监';
const SERIES = '发明电|发|函|字|规|电|办|任';

/** Stems that need neither brackets nor 号 to be recognised. */
const WELL_KNOWN = new RegExp(
  `^(?:[国中]办?(?:${SERIES})|财税|法释|厅字|(?:[${PROVINCES}]|${MINISTRIES})\\p{Script=Han}{0,6}?(?:${SERIES}))$`,
  'u',
);
/** The State Council's own series win over whatever words are typed before them. */
const STATE_COUNCIL_TAIL = /国(?:办发明电|办发|办函|发明电|发|函)$/u;
/** Everyday words that end like a series. */
const EVERYDAY =
  /(?:[开研批颁印转分散核补已频突触启激自多首签爆沙]发|[文数汉签识打写名个用]字|[法常违正新校城]规|[创承主督]办|主任|责任|历任|来函|复函|供电|发电)$/u;
/** Words that lead in a number in running text. */
const LEAD_IN =
  /^.*(?:根据|依据|依照|按照|遵照|贯彻|落实|执行|参照|参见|详见|关于|对于|印发|转发|下发|颁发|发布|公布|请问|查询|查找|查看|查阅|搜索|检索|文件|文号|修改|修订|废止|是指|以及|什么是|什么|(?:通知|意见|办法|规定|决定|方案|细则)(?!令|公告)|(?<!共)和|[《》“”"的是把将等请查搜找与及]|[你我该本][省市县区局厅委])/u;
/** Bodies that give their own name to an order or announcement number. */
const BODY = /(?:国务院|政府|部|局|委员会|委|院|会|厅|署|主席|省|市|州|县|区|办公室|银行)$/u;

export const isWellKnownStem = (stem: string): boolean => WELL_KNOWN.test(stem) && !EVERYDAY.test(stem);

/** Ends like a series (发, 函, 字, 规 …) and is no everyday word. */
export const isSeriesStem = (stem: string): boolean =>
  stem.length >= 2 && new RegExp(`(?:${SERIES}|复|呈|令|税)$`, 'u').test(stem) && !EVERYDAY.test(stem);

export const isBody = (name: string): boolean => BODY.test(name);

/** The issuer's part at the end of a run of Chinese characters; empty when the run holds none. */
export function stemAtEnd(run: string): string {
  const known = STATE_COUNCIL_TAIL.exec(run);
  if (known) return known[0];
  const order = /(?:(?:中华人民共和国)?国务院令|国令)$/u.exec(run);
  if (order) return order[0];
  const stem = run.replace(LEAD_IN, '');
  return stem.length > 12 && !/(?:令|公告|通告)$/u.test(stem) ? stem.replace(/^.*(?:委员会|政府|办公厅|[厅局部院署])/u, '') : stem;
}

/**
 * One key for the names of one series: 中华人民共和国国务院令 = 国务院令 = 国令, 国家税务总局公告 = 税务总局公告, 省人民政府令 = 省政府令.
 * Orders of the State Council and the Central Military Commission jointly are numbered in the State Council's series; catalogs
 * cut their issuer down to 共和国中央军事委员会令.
 */
export function stemKey(stem: string): string {
  const key = stem.replace(/[、\s]/gu, '').replace(/人民政府/gu, '政府');
  if (/^(?:(?:中华人民共和国)*国务院|国)(?:(?:中华人民共和国)?中央军(?:事委员会|委))?令$/u.test(key)) return '国令';
  if (key === '共和国中央军事委员会令') return '国令';
  return key.replace(/^(?:中华人民共和国|国家)/u, '');
}
