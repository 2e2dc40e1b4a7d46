import { departmentOf } from '../department-table.js';
import { Random } from '../random.js';
import { lines, type Metric, type Theme } from '../theme/theme.js';
import type { Book } from './book.js';
import { signature } from './compose-main.js';
import { changeIn, isAdditive, regionLevels, regionParts, targetOf, targetText, valueIn } from './figures.js';
import { numeral } from './numeral.js';
import { recipients, REQUIREMENTS } from './phrase.js';

const CONTACT = [
  (phone: string, email: string) => `有关问题可以在工作时间拨打咨询电话${phone},或者发送邮件至${email}。`,
  (phone: string) => `政策咨询电话:${phone}(工作日接听)。也可以拨打12345政务服务便民热线,按照语音提示转接。`,
  (phone: string, email: string) => `如需进一步了解,可以到各级政务服务大厅综合窗口咨询,也可以致电${phone};意见建议请发至${email}。`,
];

const ASPECT = ['在适用条件方面', '在具体标准方面', '在办理要求方面', '在责任落实方面'];

/** Four points of the main document in one sentence each. */
function highlights(theme: Theme): string[] {
  const clauses = lines(theme.clauses).filter((line) => !line.startsWith('#'));
  const step = Math.max(1, Math.floor(clauses.length / 4));
  return [0, 1, 2, 3].map((i) => {
    const [head, text] = clauses[Math.min(i * step, clauses.length - 1)]!.split('|') as [string, string?];
    const point = (text ?? head).split('。')[0]!;
    return `(${numeral(i + 1)})${text ? `关于“${head}”,文件提出:` : `${ASPECT[i]},文件规定:`}${point}。`;
  });
}

/** 政策解读 in one of three shapes. */
export function composeInterpretation(theme: Theme, mainId: string, book: Book): string {
  const random = new Random(`${theme.id}interpretation`);
  const department = departmentOf(theme.dept);
  const main = book.entry(mainId);
  const heads = lines(theme.clauses).map((line) => (line.startsWith('#') ? line.slice(1) : line.split('|')[1] ? line.split('|')[0]! : ''));
  const named = heads.filter(Boolean);
  const shape = random.int(0, 2);
  const qa = lines(theme.qa).map((line) => line.split('|') as [string, string]);
  const questions = qa.map(([ask, answer], i) =>
    shape === 0 ? `问题${i + 1}:${ask}\n答:${answer}` : shape === 1 ? `${i + 1}.${ask}\n${answer}` : `问:${ask}\n答:${answer}`,
  );
  const structure = named.length
    ? `文件主体由${named.length}个部分构成,分别是${named.map((head) => `“${head}”`).join('、')},环环相扣,既明确“做什么”,也回答“怎么做、谁来做”。`
    : `文件围绕${theme.name}的条件、标准、程序和责任作出规定,条文尽量具体,便于群众理解和基层操作。`;
  const process = random.pick([
    `起草过程中,${department.shortNames[0]}先后召开座谈会${random.int(3, 6)}次,在政府网站公开征求意见三十日,收到意见建议${random.int(18, 96)}条,采纳${random.int(9, 17)}条,对未采纳的逐条说明了理由。`,
    `${department.shortNames[0]}组织了专题调研,走访企业和社区${random.int(12, 40)}家,书面征求${random.int(15, 28)}个部门和单位的意见,并通过了合法性审核和公平竞争审查。`,
    `文件经过调研起草、公开征求意见、专家论证、合法性审核和集体讨论等程序,其间根据${random.int(3, 7)}个县(市、区)的反馈作了${random.int(2, 4)}轮修改。`,
  ]);
  const opening = random.pick([
    `近日,${book.cite(mainId)}印发。为便于社会公众准确理解政策内容,现就有关情况解读如下。`,
    `${main.publishedOn.slice(0, 4)}年${Number(main.publishedOn.slice(5, 7))}月,我市出台${book.cite(mainId)}。为什么出台、有哪些变化、怎样办理?一起来看。`,
    `${book.cite(mainId)}已经公布。现从出台背景、主要内容和群众关心的问题三个方面进行解读。`,
  ]);
  return [
    opening,
    '一、为什么要出台这份文件',
    theme.background,
    `出台文件的目的,是${theme.aim}。`,
    '二、制定依据和过程',
    `文件依据${theme.laws}制定。${process}`,
    '三、主要内容',
    structure,
    ...highlights(theme),
    '四、群众关心的问题',
    ...questions,
    '五、后续安排',
    `文件公布后,${department.shortNames[0]}将组织业务培训和集中宣传,${lines(theme.tasks)[random.int(0, 2)]}`,
    random.pick(CONTACT)(department.phone, department.email),
    `解读机关:${department.name}`,
  ].join('\n');
}

/** The notice that sets a year's work. */
export function composeNotice(theme: Theme, year: number, issuer: string, mainId: string, writtenOn: string, book: Book): string {
  const random = new Random(`${theme.id}notice${year}`);
  const tasks = random.shuffle(lines(theme.tasks));
  const before = theme.metrics.map((metric) =>
    `${metric[0]}${valueIn(theme, metric, year - 1)}${metric[1]},${changeIn(theme, metric, year - 1)}`.replace(/,$/, ''),
  );
  const first = theme.metrics.find(isAdditive) ?? theme.metrics[0]!;
  const parts = regionParts(theme, first, year, targetOf(theme, first, year)).map(({ name, value }) => `${name}${value}${first[1]}`);
  const requirements = random.shuffle(REQUIREMENTS).slice(0, 3);
  const cited = book.entry(mainId).writtenOn < writtenOn ? `,深入实施${book.cite(mainId)}` : '';
  return [
    recipients(issuer, theme),
    `${year - 1}年,全市${before.join(';')},各项工作取得新的进展。为巩固成果、补齐短板${cited},现就做好${year}年${theme.name}有关工作通知如下。`,
    '一、工作目标',
    `坚持目标导向和问题导向相结合,推动${theme.name}工作提质增效,切实做到${theme.aim}。全年${theme.metrics.map((metric) => targetText(theme, metric, year)).join(',')}。其中,${first[0]}任务分解为:${parts.join('、')}。各地可以在不低于分解任务的前提下自行确定更高目标。`,
    '二、重点任务',
    ...tasks.map((task, i) => `(${numeral(i + 1)})${task}`),
    '三、着力解决突出问题',
    `从去年检查和群众反映的情况看,${theme.issues}各地各单位要对照上述问题开展自查,于${year}年5月底前形成问题清单、责任清单和整改清单,${random.pick(['整改情况每月更新', '整改一项、销号一项', '能立即整改的不得拖延'])}。`,
    '四、工作要求',
    ...requirements.map((say, i) => `(${numeral(i + 1)})${say(theme, year)}`),
    `各单位${year}年上半年和全年工作总结,分别于7月10日和次年1月10日前报送${departmentOf(theme.dept).name}。联系电话:${departmentOf(theme.dept).phone}。`,
    ...signature([issuer], writtenOn),
  ].join('\n');
}

const PRAISE = ['推进力度较大', '工作基础扎实', '完成进度较快', '机制比较健全'];
const LAG = ['进度相对滞后', '仍有较大提升空间', '需要加快工作节奏', '任务较为繁重'];

function levelsByRegion(theme: Theme, year: number, metric: Metric): string {
  const levels = regionLevels(theme, metric, year);
  const sorted = [...levels].sort((a, b) => b.value - a.value);
  return `${metric[0]}方面,${levels.map(({ name, value }) => `${name}${value}${metric[1]}`).join(',')},最高为${sorted[0]!.name},最低为${sorted.at(-1)!.name}。`;
}

function byRegion(theme: Theme, year: number, index: number): string {
  const metric = theme.metrics[index]!;
  if (!isAdditive(metric)) return levelsByRegion(theme, year, metric);
  const parts = regionParts(theme, metric, year);
  const sorted = [...parts].sort((a, b) => b.value - a.value);
  const random = new Random(`${theme.id}${year}${index}region`);
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  const top = sorted[0]!;
  const second = sorted[1]!;
  const share = (((top.value + second.value) / total) * 100).toFixed(1);
  return `${metric[0]}方面,${parts.map(({ name, value }) => `${name}${value}${metric[1]}`).join(',')}。${top.name}、${second.name}合计占全市的${share}%,${random.pick(PRAISE)};${sorted.at(-1)!.name}${random.pick(LAG)}。`;
}

/** The circular that reports a finished year. */
export function composeBulletin(theme: Theme, year: number, issuer: string, mainId: string, writtenOn: string, book: Book): string {
  const random = new Random(`${theme.id}bulletin${year}`);
  const next = random.shuffle(lines(theme.tasks)).slice(0, 3);
  const basis = book.entry(mainId).writtenOn < writtenOn ? `根据${book.cite(mainId)}要求,` : '按照年度工作安排,';
  const method = random.pick([
    `${random.int(2, 4)}个工作组采取查阅台账、实地抽查和问卷调查等方式,抽查点位${random.int(40, 120)}个,访谈群众${random.int(150, 460)}人`,
    `通过单位自查、县级互查和市级抽查相结合的方式,核查资料${random.int(300, 900)}份,回访服务对象${random.int(200, 680)}人`,
    `依托业务系统数据开展比对分析,并委托第三方开展满意度调查,回收有效问卷${random.int(800, 2400)}份`,
  ]);
  return [
    recipients(issuer, theme),
    `${basis}${departmentOf(theme.dept).name}对${year}年度全市${theme.name}工作进行了总结评估,${method}。现将有关情况通报如下。`,
    '一、总体情况',
    ...theme.metrics.map(
      (metric, i) =>
        `${['全年', '同期,全市', '此外,', '另外,'][i] ?? ''}${metric[0]}${valueIn(theme, metric, year)}${metric[1]},${changeIn(theme, metric, year) || '完成年度目标'}。`,
    ),
    `服务对象综合满意度为${random.decimal(88, 96.5)}%,高于目标值${random.decimal(0.6, 3.2)}个百分点。`,
    random.pick([
      `总的看,各级各部门围绕${theme.aim}的目标,健全机制、强化协同,${theme.name}工作呈现稳中有进的态势。`,
      `从评估结果看,${theme.name}各项制度运行平稳,主要任务按期完成,为${theme.aim}打下了较好基础。`,
      `一年来,各单位在${theme.name}工作中主动作为,基层探索出一批可复制的做法,${theme.aim}的成效逐步显现。`,
    ]),
    '二、分地区情况',
    ...theme.metrics.slice(0, 3).map((_, i) => byRegion(theme, year, i)),
    '三、存在的主要问题',
    `一是${theme.issues.split(/[;;]/)[0]!.replace(/。$/, '')}。二是${random.pick(['个别单位台账更新不及时,数据口径前后不一致', '部门之间信息共享还不够顺畅,协同处置效率有待提高', '基层工作力量偏弱,人员变动较为频繁', '政策宣传的针对性不强,部分群众知晓率不高'])}。三是${random.pick(['长效管理机制还不够完善,存在前紧后松现象', '问题整改质量不高,少数问题反复出现', '经费投入不均衡,山区县保障水平偏低', '对新情况新问题研究不够,应对办法不多'])}。`,
    '四、下一步工作',
    ...next.map((task, i) => `(${numeral(i + 1)})${task}`),
    `请各单位对照通报指出的问题认真整改,并于${year + 1}年${random.int(4, 6)}月底前将整改情况书面报送${departmentOf(theme.dept).name}。`,
    ...signature([issuer], writtenOn),
  ].join('\n');
}
