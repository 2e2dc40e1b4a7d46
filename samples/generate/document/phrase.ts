import { departmentOf } from '../department-table.js';
import type { Theme } from '../theme/theme.js';

const shortOf = (code: string) => departmentOf(code).shortNames[0]!;

const GOVERNMENT_RECIPIENTS = '各县(市、区)人民政府,高新技术产业开发区管委会,市政府各部门、各直属单位:';

/** 主送机关 for a document of this issuer. */
export function recipients(issuer: string, theme: Theme): string {
  if (issuer === 'szf' || issuer === 'sfb') return GOVERNMENT_RECIPIENTS;
  const line = departmentOf(theme.dept).name.replace('澜川市', '');
  return issuer === 'gjj'
    ? '各管理部、各缴存单位、各受托银行:'
    : `各县(市、区)${line},高新区有关部门,局属各单位:`.replace('局属', line.endsWith('委员会') ? '委属' : '局属');
}

/** How a department introduces a document it issues. */
export const ISSUING = [
  (title: string) => `现将《${title}》印发给你们,请结合实际认真贯彻执行。执行中遇到的问题,请及时反馈。`,
  (title: string) => `《${title}》已经集体讨论和合法性审核通过,现予印发,请遵照执行。`,
  (title: string) => `经研究并按程序完成公开征求意见、公平竞争审查和合法性审核,现印发《${title}》,请抓好落实。`,
  (title: string) => `为做好有关工作,我们制定了《${title}》,现印发给你们,请对照职责分工组织实施。`,
];

/** General duties every rule spells out, told in different ways. */
export const DUTIES = [
  (t: Theme) =>
    `${departmentOf(t.dept).name}是${t.name}工作的主管部门,负责政策制定、统筹协调和监督考核。县(市、区)主管部门负责本行政区域内的具体实施,发展改革、财政、数据等部门在各自职责范围内做好配合。`,
  (t: Theme) =>
    `${shortOf(t.dept)}统筹推进全市${t.name}工作,建立会商、通报和信息共享机制;县(市、区)人民政府落实属地责任,将所需经费纳入同级财政预算;乡镇(街道)协助做好宣传、摸底和日常服务。`,
  (t: Theme) =>
    `市、县两级按照权责一致的要求分工负责:${shortOf(t.dept)}制定标准、指导业务并开展检查,县级主管部门受理、审核和管理,财政部门保障经费并监督使用。`,
];

export const PRINCIPLES = [
  (t: Theme) => `${t.name}工作遵循依法依规、公开公正、便民高效的原则,注重运用信息化手段减材料、减环节、减时限。`,
  (t: Theme) => `开展${t.name}工作,应当坚持问题导向、分类施策,充分听取相关单位和群众意见,做到程序规范、结果公开。`,
  (t: Theme) => `${t.name}工作坚持政府引导、部门协同、社会参与,统筹当前需要和长远发展,防止增加基层和群众负担。`,
];

/** Articles on supervision near the end of a rule. */
export const SUPERVISION = [
  (t: Theme) =>
    `${shortOf(t.dept)}应当通过“双随机、一公开”抽查、数据比对和受理投诉等方式,对${t.name}情况开展监督检查,检查结果依法向社会公开。`,
  (t: Theme) =>
    `公民、法人和其他组织认为${t.name}工作中存在违反本规定的行为,可以通过12345热线或者信函投诉举报,受理单位应当在十五个工作日内反馈办理结果。`,
  (t: Theme) => `有关部门及其工作人员在${t.name}工作中滥用职权、玩忽职守、徇私舞弊的,依法给予处分;构成犯罪的,依法追究刑事责任。`,
];

/** Headed guarantees at the end of opinions and plans. */
export const GUARANTEES: [head: string, text: (t: Theme) => string][] = [
  [
    '加强组织领导',
    (t) =>
      `建立由市政府分管领导牵头、${shortOf(t.dept)}具体负责的${t.name}协调机制,每季度调度一次进展,研究解决跨部门事项。县(市、区)应当在本文件印发之日起三十日内细化措施并报送备案。`,
  ],
  [
    '强化要素保障',
    (t) =>
      `财政部门统筹现有渠道支持${t.name},提高资金使用绩效;自然资源、数据等部门在用地、系统对接等方面予以支持。严禁截留、挤占、挪用专项资金。`,
  ],
  [
    '严格督导评估',
    (t) =>
      `将${t.name}主要指标纳入年度绩效评价,对工作扎实、成效明显的地方予以通报表扬;对进度滞后、问题较多的,由${shortOf(t.dept)}约谈提醒,限期整改。`,
  ],
  [
    '注重宣传引导',
    (t) => `通过政府网站、新媒体、社区公告栏和上门走访等多种方式解读${t.name}政策,及时回应社会关切,总结推广基层好经验、好做法。`,
  ],
  [
    '完善数据支撑',
    (t) =>
      `依托市公共数据平台归集${t.name}相关数据,明确采集责任、更新频率和共享范围,凡能通过数据共享获得的信息,不得要求群众和基层重复填报。`,
  ],
  [
    '防范各类风险',
    (t) => `对${t.name}推进过程中可能出现的资金、安全和社会稳定风险提前评估、分级管控,重大事项依法履行公众参与、专家论证和集体讨论程序。`,
  ],
];

/** Requirements that end a yearly work notice. */
export const REQUIREMENTS: ((t: Theme, year: number) => string)[] = [
  (t, year) =>
    `压实工作责任。各单位主要负责人要亲自过问${t.name}工作,明确一名分管负责人和一个责任科室,于${year}年3月底前将年度任务分解到月、落实到人。`,
  (t) => `把握时间节点。${shortOf(t.dept)}将在每季度首月10日前汇总进展,上半年开展一次中期评估,对进度低于序时要求的单位发送提示函。`,
  (t, year) => `确保数据真实。${t.name}统计报表由责任单位负责人审核后报送,严禁虚报漏报;${year}年将按不低于百分之五的比例抽查原始台账。`,
  (t) => `守牢安全底线。在推进${t.name}过程中要同步落实安全管理和个人信息保护措施,发现重大情况应当在两小时内报告。`,
  (t) => `加强作风建设。坚持少开会、多下沉,围绕${t.name}中群众反映集中的问题开展蹲点调研,不得层层加码、搞形式留痕。`,
  (t, year) => `做好信息公开。${t.name}的政策文件、办事指南和年度结果应当及时在政府网站公布,${year}年新出台的文件同步开展解读。`,
  (t) => `注重经验交流。各地每半年报送一个${t.name}典型案例,${shortOf(t.dept)}择优编发简报,并组织现场观摩。`,
];
