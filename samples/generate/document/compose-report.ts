import { departmentOf } from '../department-table.js';
import { Random } from '../random.js';
import type { Theme } from '../theme/theme.js';
import type { Book } from './book.js';
import type { Plan } from './plan.js';
import { toWeekday } from '../day.js';

const PROBLEMS = [
  '主动公开的深度不够,过程类、结果类信息公开少于政策类信息',
  '政策解读形式比较单一,图解、视频和案例解读占比偏低',
  '依申请公开答复文书的说理性不强,个别答复没有充分说明检索过程',
  '基层单位公开专栏更新不够均衡,个别栏目更新间隔超过三个月',
  '数据类信息多以图片或者扫描件形式发布,可机读程度不高',
  '工作人员对豁免公开情形的把握还不够准确,业务培训需要加强',
  '历史文件数字化整理进度偏慢,部分早年文件效力状态没有标注',
  '公众参与渠道宣传不足,意见征集反馈数量偏少',
];

const FIXES = [
  '细化主动公开基本目录,将重大项目、民生资金、监督检查结果按季度公开',
  '文件起草时同步编制解读材料,与文件同步审签、同步发布',
  '建立疑难申请会商机制,由法制机构和业务科室共同把关答复',
  '对公开专栏实行月度巡检,发现空白栏目和链接失效即时处理',
  '推动统计数据和名单类信息以表格形式发布,并同步挂接公共数据开放平台',
  '每半年组织一次全员培训,编印典型案例供经办人员学习',
  '完成现行有效文件清理,在文件页面显著位置标注有效、修改、废止或者失效',
  '综合运用网站、热线、社区公告栏开展意见征集,反馈采纳情况不少于两次',
];

function requests(random: Random) {
  const fresh = random.int(6, 88);
  const carried = random.int(0, 4);
  const total = fresh + carried;
  const pending = Math.min(random.int(0, 4), total);
  const handled = total - pending;
  const [granted = 0, partial = 0, refused = 0, unavailable = 0, rejected = 0] = random.split(handled, [52, 9, 10, 22, 7], 0.2);
  const people = Math.round(fresh * random.decimal(0.78, 0.96, 2));
  return { fresh, carried, total, pending, handled, granted, partial, refused, unavailable, rejected, people };
}

function composeReport(code: string, year: number, themes: Theme[], book: Book): string {
  const random = new Random(`${code}report${year}`);
  const department = departmentOf(code);
  const short = department.shortNames[0]!;
  const r = requests(random);
  const documents = book.of(code, year);
  const normative = documents.filter((entry) => entry.series === 'normative');
  const readings = documents.filter((entry) => entry.documentType === '政策解读');
  const published = random.int(320, 1860);
  const problems = random.shuffle(PROBLEMS.map((_, i) => i)).slice(0, 3);
  const subjects = themes.map((theme) => theme.name);
  const named = documents.slice(0, 6).map((entry) => `《${entry.title}》`);
  const reviews = random.int(0, 4);
  const upheld = random.int(0, reviews);
  const licences = random.int(0, 2600);
  const disposed = random.int(0, 420);
  return [
    `根据《中华人民共和国政府信息公开条例》和国务院办公厅关于政府信息公开工作年度报告格式的规定,编制本报告。报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成,所列数据统计期限为${year}年1月1日至12月31日。如有疑问,请与${department.name}${department.disclosureUnit}联系,电话${department.phone},电子邮箱${department.email}。`,
    '一、总体情况',
    `${year}年,${short}认真落实政务公开工作要点,围绕${subjects.length ? subjects.join('、') : '政府全面履职'}等群众关切,持续提升公开质量。全年通过政府网站、政务新媒体等渠道发布信息${published}条,其中政策文件类${documents.length + random.int(8, 30)}条、${random.pick(['业务动态类', '办事服务类', '监督检查类'])}${Math.round(published * random.decimal(0.4, 0.6, 2))}条。`,
    `(一)主动公开情况。${named.length ? `及时公开${named.join('、')}等文件。` : `按照主动公开基本目录,及时公开机构职能、规划计划、财政资金和监督检查信息。`}${department.duty ? `围绕“${department.duty.split(',')[0]!}”职责,调整公开目录${random.int(2, 9)}项,新增公开事项${random.int(1, 6)}项。` : ''}`,
    `(二)依申请公开情况。全年新收政府信息公开申请${r.fresh}件,上年结转${r.carried}件,均在法定期限内办理,平均办理时间${random.decimal(7, 15)}个工作日,未收取信息处理费。`,
    `(三)政府信息管理情况。落实信息发布“三审三校”,全年审核信息${published + random.int(20, 240)}条,退回修改${random.int(12, 90)}条;对${year - random.int(3, 8)}年以前形成的${random.int(40, 260)}件文件开展属性复核,转为主动公开${random.int(3, 28)}件。`,
    `(四)平台建设情况。政府信息公开专栏全年访问${random.int(2, 48)}.${random.int(1, 9)}万次,${random.pick(['优化了站内检索和文件分类', '新增了文件与解读双向关联', '完成了适老化和无障碍改造', '规范了附件格式和下载链接'])};政务新媒体发布信息${random.int(180, 920)}条。`,
    `(五)监督保障情况。将政务公开纳入年度考核,分值权重为${random.int(3, 6)}%,组织培训${random.int(1, 4)}次、参训${random.int(45, 280)}人次,社会评议满意率${random.decimal(90, 98.6)}%。`,
    '二、主动公开政府信息情况',
    `第二十条第(一)项:本年制发行政规范性文件${normative.length}件,本年废止件数${random.int(0, 2)}件,现行有效件数${normative.length + random.int(4, 26)}件。第二十条第(五)项:本年行政许可处理决定${licences}件。第二十条第(六)项:行政处罚处理决定${disposed}件,行政强制${random.int(0, 36)}件。第二十条第(八)项:行政事业性收费${random.pick(['0', '12.6', '86.3', '241.5'])}万元。发布政策解读${readings.length}篇。`,
    '三、收到和处理政府信息公开申请情况',
    `本年新收申请${r.fresh}件,其中自然人${r.people}件,法人或者其他组织${r.fresh - r.people}件。本年度办理结果:予以公开${r.granted}件,部分公开${r.partial}件,不予公开${r.refused}件,无法提供${r.unavailable}件,不予处理${r.rejected}件,总计${r.handled}件;结转下年度继续办理${r.pending}件。`,
    '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    reviews
      ? `本年因政府信息公开被申请行政复议${reviews}件,其中结果维持${upheld}件、其他结果${reviews - upheld}件;${random.pick(['未发生行政诉讼案件', `被提起行政诉讼1件,尚未审结`])}。`
      : '本年未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。',
    '五、存在的主要问题及改进情况',
    `对照公众期待,工作中还存在一些不足:${problems.map((i, n) => `${['一是', '二是', '三是'][n]}${PROBLEMS[i]}`).join(';')}。`,
    `针对上述问题,${short}将采取以下措施改进:${problems.map((i, n) => `${['一是', '二是', '三是'][n]}${FIXES[i]}`).join(';')}。上年度报告中提出的${random.int(2, 4)}项改进措施已经全部落实。`,
    '六、其他需要报告的事项',
    `${random.pick(['本年度没有收取信息处理费。', '按照国家有关信息处理费管理办法,本年度发出收费通知0件,收取信息处理费0元。'])}${random.pick([`办理人大代表建议和政协提案${random.int(4, 42)}件,答复全文已按规定公开。`, `全年答复12345热线转办的信息公开类咨询${random.int(16, 210)}件,按时答复率100%。`, `参与政务公开主题日活动,向群众发放办事指南${random.int(400, 3200)}份。`])}`,
    department.name,
    `${year + 1}年1月`,
  ].join('\n');
}

/** The yearly disclosure report of a department (条例 Art. 49, 50). */
export function reportPlan(code: string, year: number, themes: Theme[]): Plan {
  const writtenOn = toWeekday(`${year + 1}-01-${String(new Random(`${code}${year}`).int(8, 25)).padStart(2, '0')}`);
  const department = departmentOf(code);
  return {
    id: `report-${code}-${year}`,
    title: `${department.name}${year}年政府信息公开工作年度报告`,
    issuers: [code],
    documentType: '报告',
    writtenOn,
    publishedOn: writtenOn,
    topic: '综合政务',
    keywords: ['政府信息公开', '年度报告', '政务公开', String(year)],
    audience: ['公民(个人)', '企业', '社会组织'],
    article20: 'A20_15',
    relations: code === 'sjj' ? [{ type: 'relatesTo', target: 'lanchuan-ds-sjj-001' }] : [],
    body: (book) => composeReport(code, year, themes, book),
  };
}
