import { departmentOf } from '../department-table.js';
import { chineseDate, nextMonthStart } from '../day.js';
import { Random } from '../random.js';
import { lines, type Extra, type Theme } from '../theme/theme.js';
import type { Book } from './book.js';
import { composeRule, signature, type Dates } from './compose-main.js';
import { numeral } from './numeral.js';
import { recipients } from './phrase.js';

/** Articles every provisional rule of the city had, so that the old text stands on its own. */
const LEGACY = [
  (t: Theme) => `${departmentOf(t.dept).shortNames[0]}应当公布${t.name}的办理地点、办理流程、所需材料和咨询电话,并在办事窗口放置告知单。`,
  () => `申请人应当对所提交材料的真实性负责。材料不齐全或者不符合要求的,经办人员应当一次性告知需要补正的全部内容。`,
  (t: Theme) => `经办单位应当建立${t.name}档案,纸质材料和电子材料同步归档,保管期限不少于十年。`,
  (t: Theme) => `${t.name}所需经费和人员由各级财政和主管部门统筹安排,不得以任何名义向服务对象收取费用。`,
  (t: Theme) =>
    `每年第一季度,各县(市、区)应当将上一年度${t.name}情况报${departmentOf(t.dept).shortNames[0]}汇总,并将汇总结果报市人民政府备案。`,
  () => `对办理结果有异议的,当事人可以自收到书面决定之日起十个工作日内申请复核;也可以依法申请行政复议或者提起行政诉讼。`,
];

/** The older rule that a later one replaces. */
export function composeLegacy(theme: Theme, issuer: string, dates: Dates): string {
  const old = theme.old!;
  const random = new Random(`${theme.id}legacy`);
  const general = random
    .shuffle(LEGACY)
    .slice(0, 5)
    .map((say) => say(theme));
  const clauses = [...lines(old.clauses), ...general].join('\n');
  return composeRule(theme, issuer, dates, old.title, clauses, `本文件为试行性质,请各单位在执行中注意收集情况,及时提出修改建议。`);
}

/** The decision that changes single articles, with the former wording beside the new one. */
export function composeAmendment(theme: Theme, issuer: string, mainId: string, writtenOn: string, book: Book): string {
  const amend = theme.amend!;
  const clauses = lines(theme.clauses).filter((line) => !line.startsWith('#'));
  const changes = lines(amend.changes).map((line) => {
    const [n, text] = line.split('|') as [string, string];
    // Purpose, scope, principle and duties are the first four articles of every rule.
    return { n: Number(n) + 4, text, former: clauses[Number(n) - 1]! };
  });
  return [
    recipients(issuer, theme),
    `${book.cite(mainId)}施行以来,对规范${theme.name}工作发挥了积极作用。为${amend.reason},经研究并履行公开征求意见、合法性审核和集体讨论程序,决定对部分条款作如下修改:`,
    ...changes.map(({ n, text }, i) => `${numeral(i + 1)}、将第${numeral(n)}条修改为:“第${numeral(n)}条 ${text}”`),
    `${numeral(changes.length + 1)}、文中涉及的机构名称、办理系统名称按照机构改革和系统整合后的名称作相应调整,条文顺序不变。`,
    `${numeral(changes.length + 2)}、本通知自${chineseDate(nextMonthStart(writtenOn))}起施行,原文件有效期不变。施行前已经受理但尚未办结的事项,按照有利于申请人的原则办理;已经办结的,不再追溯调整。`,
    `各单位要及时更新办事指南、业务系统参数和窗口告知单,组织经办人员培训,做好政策衔接和解释。${departmentOf(theme.dept).name}将于施行满三个月后对执行情况开展一次跟踪评估,重点评估办理时限、材料压减和群众知晓情况。各县(市、区)在执行中发现条文理解不一致、系统参数与新标准不匹配等问题的,应当在三个工作日内反馈,不得自行设置过渡条件或者附加材料。`,
    ...signature([issuer], writtenOn),
    '',
    '附:修改前条文',
    ...changes.map(({ n, former }) => `第${numeral(n)}条 ${former}`),
  ].join('\n');
}

/** A hand-written document: `#` marks a heading of its own. */
export function composeExtra(extra: Extra, issuer: string, writtenOn: string): string {
  return [
    ...(extra.to ? [extra.to] : []),
    ...lines(extra.text).map((line) => line.replace(/^#/, '')),
    ...signature([issuer], writtenOn),
  ].join('\n');
}
