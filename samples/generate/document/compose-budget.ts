import { departmentOf } from '../department-table.js';
import { toWeekday } from '../day.js';
import { Random } from '../random.js';
import type { Theme } from '../theme/theme.js';
import type { Plan } from './plan.js';

/** One decimal of 万元, as budgets print it. */
const money = (value: number) => value.toFixed(1);

const CLASS: Record<string, string> = {
  sfb: '一般公共服务支出',
  fgw: '一般公共服务支出',
  jyj: '教育支出',
  kgj: '科学技术支出',
  gaj: '公共安全支出',
  mzj: '社会保障和就业支出',
  sfj: '公共安全支出',
  czj: '一般公共服务支出',
  rsj: '社会保障和就业支出',
  zrj: '自然资源海洋气象等支出',
  hbj: '节能环保支出',
  zjj: '城乡社区支出',
  cgj: '城乡社区支出',
  jtj: '交通运输支出',
  slj: '农林水支出',
  nyj: '农林水支出',
  swj: '商业服务业等支出',
  wlj: '文化旅游体育与传媒支出',
  wjw: '卫生健康支出',
  tyj: '社会保障和就业支出',
  yjj: '灾害防治及应急管理支出',
  scj: '一般公共服务支出',
  ybj: '卫生健康支出',
  sjj: '一般公共服务支出',
};

function figures(code: string, year: number) {
  const random = new Random(`${code}budget${year}`);
  const total = random.int(28000, 186000);
  const personnel = Math.round(total * random.decimal(0.34, 0.52, 3));
  const office = Math.round(total * random.decimal(0.05, 0.1, 3));
  const [fund = 0, general = 0] = [Math.round(total * random.decimal(0, 0.15, 3))].flatMap((f) => [f, total - f]);
  const [own = 0, pension = 0, health = 0, housing = 0] = random.split(general, [82, 8, 4, 6], 0.1);
  const [vehicles = 0, reception = 0, abroad = 0] = random.split(random.int(180, 960), [78, 18, 4], 0.2);
  const previous = Math.round(total / (1 + random.decimal(-0.06, 0.09, 3)));
  return {
    random,
    total,
    personnel,
    office,
    projects: total - personnel - office,
    fund,
    general,
    own,
    pension,
    health,
    housing,
    vehicles,
    reception,
    abroad,
    previous,
  };
}

function composeBudget(code: string, year: number, themes: Theme[]): string {
  const f = figures(code, year);
  const department = departmentOf(code);
  const short = department.shortNames[0]!;
  const yuan = (tenths: number) => `${money(tenths / 10)}万元`;
  const shares = f.random.split(
    Math.round(f.projects * 0.7),
    themes.map((_, i) => 10 - i),
    0.2,
  );
  const projects = themes.map((theme, i) => ({ theme, amount: shares[i]! }));
  const rest = f.projects - shares.reduce((a, b) => a + b, 0);
  const change = f.total - f.previous;
  const visits = f.vehicles + f.reception + f.abroad;
  const purchase = Math.round(f.projects * f.random.decimal(0.2, 0.45, 2));
  const [goods = 0, works = 0, services = 0] = f.random.split(purchase, [30, 25, 45], 0.2);
  return [
    '第一部分 部门概况',
    `一、主要职责。${department.name}${department.duty}。`,
    `二、机构设置。纳入${year}年部门预算编制范围的预算单位共${f.random.int(3, 12)}个,包括局机关和所属事业单位,其中全额拨款单位${f.random.int(2, 3)}个,其余为差额补助单位。`.replace(
      '局机关',
      department.name.endsWith('委员会') ? '委机关' : '局机关',
    ),
    '第二部分 部门预算情况说明',
    `一、收支预算总体情况。${year}年收入预算总额${yuan(f.total)},比上年${change >= 0 ? '增加' : '减少'}${yuan(Math.abs(change))},${change >= 0 ? '主要是人员经费正常增长和新增项目支出' : '主要是压减一般性支出和部分项目完工'}。其中一般公共预算拨款收入${yuan(f.general)},政府性基金预算拨款收入${yuan(f.fund)}。支出预算总额${yuan(f.total)},收支平衡。`,
    `二、支出结构。基本支出${yuan(f.personnel + f.office)},其中人员经费${yuan(f.personnel)}、公用经费${yuan(f.office)};项目支出${yuan(f.projects)}。`,
    `三、一般公共预算支出。按功能分类:${CLASS[code]}${yuan(f.own)},用于履行部门职责和开展专项业务;社会保障和就业类养老缴费支出${yuan(f.pension)},用于机关事业单位基本养老保险和职业年金缴费;行政事业单位医疗支出${yuan(f.health)},用于单位医疗保险缴费;住房保障支出${yuan(f.housing)},用于按规定缴存住房公积金。以上合计${yuan(f.general)}。`,
    `四、重点项目支出。${projects.map(({ theme, amount }, i) => `${i + 1}.${theme.name}专项经费${yuan(amount)},用于${theme.aim},绩效目标为${theme.metrics[0]![0]}${theme.metrics[0]![3] < 0 ? '持续下降' : '稳步提升'}。`).join('')}${projects.length + 1}.信息化运维、业务培训和其他项目${yuan(rest)}。`,
    `五、“三公”经费。${year}年“三公”经费预算${yuan(visits)},其中公务用车购置及运行费${yuan(f.vehicles)}、公务接待费${yuan(f.reception)}、因公出国(境)费${yuan(f.abroad)}。${f.random.pick(['与上年相比略有下降,原因是严格控制接待批次', '与上年持平,继续落实过紧日子要求', '比上年减少,原因是更新车辆中新能源汽车占比提高'])}。`,
    `六、政府采购。${year}年政府采购预算${yuan(purchase)},其中货物类${yuan(goods)}、工程类${yuan(works)}、服务类${yuan(services)};专门面向中小企业采购的比例不低于${f.random.int(40, 60)}%。`,
    `七、国有资产占用。截至${year - 1}年12月31日,共有车辆${f.random.int(6, 64)}辆,其中执法执勤和特种专业技术用车${f.random.int(2, 6)}辆;单价100万元以上设备${f.random.int(0, 14)}台(套)。${year}年计划更新车辆${f.random.int(0, 4)}辆。`,
    `八、预算绩效。${short}对${projects.length + 1}个项目全部编报绩效目标,涉及资金${yuan(f.projects)},占项目支出的100%。上年度绩效评价中得分低于80分的项目已经压减预算${f.random.int(5, 20)}%。`,
    '第三部分 名词解释',
    '财政拨款收入是指本级财政部门当年拨付的资金。基本支出是指为保障机构正常运转、完成日常工作任务发生的人员支出和公用支出。项目支出是指在基本支出之外为完成特定行政任务和事业发展目标发生的支出。',
    department.name,
  ].join('\n');
}

/** The yearly departmental budget. */
export function budgetPlan(code: string, year: number, themes: Theme[]): Plan {
  const writtenOn = toWeekday(`${year}-02-${String(new Random(`${code}${year}b`).int(5, 20)).padStart(2, '0')}`);
  return {
    id: `budget-${code}-${year}`,
    title: `${departmentOf(code).name}${year}年部门预算公开说明`,
    issuers: [code],
    documentType: '预决算公开',
    writtenOn,
    publishedOn: writtenOn,
    topic: '财政、金融、审计',
    keywords: ['部门预算', '三公经费', '财政拨款', '政府采购', '绩效目标'],
    audience: ['公民(个人)', '机关'],
    article20: 'A20_07',
    relations: [],
    body: () => composeBudget(code, year, themes),
  };
}
