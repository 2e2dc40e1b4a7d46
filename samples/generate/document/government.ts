import { departmentOf } from '../department-table.js';
import { toWeekday } from '../day.js';
import { THEMES } from '../theme/index.js';
import { lines, type Theme } from '../theme/theme.js';
import { documentIdentifier, type Book } from './book.js';
import { signature } from './compose-main.js';
import { targetText } from './figures.js';
import { numeral } from './numeral.js';
import type { Plan } from './plan.js';
import { Random } from '../random.js';

const TO_ALL = '各县(市、区)人民政府,高新技术产业开发区管委会,市政府各部门、各直属单位:';
const SHARED = { topic: '综合政务', audience: ['公民(个人)', '机关'] };

const theme = (id: string): Theme => {
  const found = THEMES.find((each) => each.id === id);
  if (!found) throw new Error(`no theme ${id}`);
  return found;
};

const REPEALS: [id: string, reason: string][] = [
  ['gaj-firework-ban-2022', '规定的禁止燃放期限已经届满,相关管控要求由《澜川市烟花爆竹燃放管理规定》统一规定'],
  ['jyj-tutoring', '试行期已经届满,有关预收费监管要求由全国统一的校外培训监管规则和平台承接'],
  ['jyj-enroll-plan-2024', '年度招生任务已经完成,规定事项不再适用'],
  ['zjj-gas-notice', '更换任务已经完成,长期要求已经纳入燃气安全日常监管'],
];

function composeRepeal(book: Book): string {
  return [
    TO_ALL,
    '为维护法制统一,持续优化营商环境,根据国家关于加强行政规范性文件制定和监督管理工作的要求,市政府组织对2024年底以前以市政府、市政府办公室和市政府部门名义印发的政策文件进行了集中清理。经市政府常务会议审议,决定对下列文件予以废止或者宣布失效:',
    ...REPEALS.map(([id, reason], i) => `${numeral(i + 1)}、${book.cite(id)}。理由:${reason}。`),
    '本决定自2025年4月1日起施行。自施行之日起,上述文件不再作为行政管理的依据。依据上述文件已经作出的行政行为继续有效;正在办理的事项,按照现行有效规定办理,不得因文件废止减损公民、法人和其他组织的合法权益。',
    '各县(市、区)人民政府、市政府各部门应当抓紧做好以下工作:',
    '(一)在本决定公布后三个工作日内,对政府网站、政务新媒体和政策文件库中有关文件的时效状态进行更新标注,保留原文并注明废止依据和日期,防止群众误用。',
    '(二)对照本决定清理本地区本部门的配套文件。以上述文件为依据制定的实施细则、办事指南、表单样式,应当在三十日内修改或者停止执行,并将结果报送市政府办公室和市司法局。',
    '(三)对文件废止后可能出现的管理空白提前研判。确需继续实施的管理措施,应当按照行政规范性文件制定程序重新论证,履行公开征求意见、合法性审核、公平竞争审查和集体讨论决定程序。',
    '(四)健全动态清理机制。文件有效期届满前六个月,制定机关应当组织评估,提出延续、修改、废止的意见;没有作出延续决定的,有效期届满自动失效。市司法局每两年组织一次全面清理,市政府办公室每年公布一次现行有效文件目录。',
    '(五)加强宣传和窗口培训。政务服务大厅、12345热线应当更新知识库,对群众咨询涉及废止文件的,一次性说明替代规定和办理方式。',
    ...signature(['szf'], '2025-03-12'),
  ].join('\n');
}

const repeal: Plan = {
  ...SHARED,
  id: 'repeal-2025',
  title: '澜川市人民政府关于废止和宣布失效一批行政规范性文件的决定',
  issuers: ['szf'],
  documentType: '决定',
  series: 'general',
  writtenOn: '2025-03-12',
  publishedOn: '2025-03-17',
  effectiveOn: '2025-04-01',
  keywords: ['废止', '失效', '规范性文件清理', '文件清理'],
  article20: 'A20_01',
  relations: REPEALS.map(([id, reason]) => ({ type: 'repeals' as const, target: documentIdentifier(id), note: reason })),
  body: composeRepeal,
};

const LIVELIHOOD = [
  'zjj-oldarea',
  'cgj-parking',
  'mzj-elder',
  'jyj-enroll',
  'wjw-nursery',
  'jtj-bus',
  'zjj-gas',
  'wlj-library',
  'gaj-ebike',
  'rsj-talent',
  'slj-flood',
  'scj-food',
  'mzj-disabled',
  'sfj-aid',
];

function composeLivelihood(year: number): string {
  const random = new Random(`livelihood${year}`);
  const chosen = random.shuffle(LIVELIHOOD).slice(0, 10).map(theme);
  return [
    TO_ALL,
    `${year}年民生实事项目经过公开征集、部门论证、网络票选和市人民代表大会票决,共确定10项。其间收到群众建议${random.int(1200, 3900)}条,参与票选${random.int(6, 19)}万人次。现将项目和有关要求通知如下。`,
    '一、项目内容',
    ...chosen.map((each, i) => {
      const targets = each.metrics
        .slice(0, 2)
        .map((metric) => targetText(each, metric, year))
        .join(',');
      return `(${numeral(i + 1)})${each.name}。${targets}。${random.pick(lines(each.tasks))}(责任单位:${departmentOf(each.dept).shortNames[0]},各县(市、区)人民政府)`;
    }),
    '二、推进要求',
    `(一)倒排工期。责任单位应当于${year}年3月底前制定实施方案,明确每月进度、资金来源和完成标准,6月底前完成投资过半,11月底前全部完工。`,
    `(二)公开透明。市政府办公室在政府网站设立专栏,每季度公布一次进展和影像资料,群众可以在线评价、提出意见,责任单位十个工作日内回复。`,
    `(三)严格验收。项目完成后由责任单位自评、人大代表视察、第三方测评,满意度低于百分之八十五的不予销号,限期整改。`,
    `(四)保障资金。市财政安排民生实事专项资金${random.int(4, 9)}.${random.int(1, 9)}亿元,按照进度拨付,审计机关开展跟踪审计。${random.pick(['严禁以民生实事名义新增隐性债务。', '结余资金收回统筹用于下年度项目。', '对资金闲置超过六个月的项目予以调减。'])}`,
    ...signature(['sfb'], livelihoodDate(year)),
  ].join('\n');
}

const livelihoodDate = (year: number) => toWeekday(`${year}-02-${String(new Random(`l${year}`).int(10, 24)).padStart(2, '0')}`);

const livelihood = [2022, 2023, 2024, 2025, 2026].map((year): Plan => ({
  ...SHARED,
  id: `livelihood-${year}`,
  title: `澜川市人民政府办公室关于印发${year}年民生实事项目的通知`,
  issuers: ['sfb'],
  documentType: '通知',
  series: 'general',
  writtenOn: livelihoodDate(year),
  publishedOn: livelihoodDate(year),
  keywords: ['民生实事', '项目', '票决', String(year)],
  article20: 'A20_10',
  relations: [{ type: 'relatesTo', target: 'lanchuan-ds-sfb-004' }],
  body: () => composeLivelihood(year),
}));

function composeForward(id: string, writtenOn: string, book: Book): string {
  const each = theme(id);
  const random = new Random(`${id}forward`);
  const department = departmentOf(each.dept);
  const tasks = random.shuffle(lines(each.tasks));
  return [
    TO_ALL,
    `${department.name}制定的${book.cite(id)}已经市政府同意,现转发给你们,并提出以下意见,请一并贯彻执行。`,
    `一、充分认识重要意义。${each.background}各级各部门要把${each.name}作为保障和改善民生、服务发展大局的具体行动,主要负责同志亲自研究,分管负责同志具体落实。`,
    `二、明确职责分工。${department.shortNames[0]}负责牵头抓总、业务指导和进度调度;财政部门做好资金保障和绩效管理;数据部门支持信息系统对接;其他有关部门按照各自职责主动配合,不得相互推诿。县级人民政府对本地区${each.name}工作负总责,乡镇(街道)落实摸底、宣传和日常管理。`,
    `三、突出工作重点。${tasks.join('')}`,
    `四、着力破解难题。针对${each.issues.replace(/。$/, '')}等情况,各地要在两个月内开展一次专题调研,提出针对性措施,形成问题清单和整改台账,能够立即解决的立即解决,需要逐步解决的明确时限。`,
    `五、加强督促检查。市政府督查部门会同${department.shortNames[0]}每半年开展一次督查,采取不打招呼、直奔基层的方式了解真实情况。对政策执行打折扣、搞变通的严肃批评,对创新做法及时总结推广。各县(市、区)应当于每年12月10日前将落实情况报送市政府办公室,同时抄送${department.name}。`,
    `六、做好政策衔接。此前市政府办公室印发的有关文件与${department.shortNames[0]}意见不一致的,以本次转发的意见为准;执行中的具体问题,由${department.name}负责解释。各地各部门不得另行设置与该文件不一致的条件和程序。`,
    ...signature(['sfb'], writtenOn),
  ].join('\n');
}

const FORWARDS: [id: string, writtenOn: string][] = [
  ['rsj-heat', '2023-06-19'],
  ['jyj-aid', '2024-09-18'],
  ['hbj-permit', '2024-04-23'],
  ['wlj-museum', '2024-02-05'],
  ['czj-procure', '2023-05-12'],
];

const forwards = FORWARDS.map(([id, writtenOn]): Plan => {
  const each = theme(id);
  const department = departmentOf(each.dept);
  return {
    ...SHARED,
    id: `forward-${id}`,
    theme: id,
    title: `澜川市人民政府办公室转发${department.shortNames[0]}${each.title}的通知`,
    issuers: ['sfb'],
    documentType: '通知',
    series: 'general',
    topic: department.topic,
    writtenOn: toWeekday(writtenOn),
    publishedOn: toWeekday(writtenOn),
    keywords: each.keywords.split(' '),
    article20: each.article20,
    relations: [{ type: 'forwards', target: documentIdentifier(id) }],
    body: (book) => composeForward(id, toWeekday(writtenOn), book),
  };
});

/** Documents of the city government that no single theme owns. */
export const GOVERNMENT_PLANS: Plan[] = [repeal, ...livelihood, ...forwards];
