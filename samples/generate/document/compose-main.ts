import { departmentOf } from '../department-table.js';
import { chineseDate } from '../day.js';
import { Random } from '../random.js';
import { lines, type Theme } from '../theme/theme.js';
import { targetText } from './figures.js';
import { numeral } from './numeral.js';
import { DUTIES, GUARANTEES, ISSUING, PRINCIPLES, recipients, SUPERVISION } from './phrase.js';

export interface Dates {
  writtenOn: string;
  effectiveOn: string;
  years: number;
}

/** 署名、成文日期 and 附注 that close every document. */
export const signature = (issuers: string[], date: string): string[] => [
  issuers.map((code) => departmentOf(code).name).join(' '),
  chineseDate(date),
  '(此件公开发布)',
];

const isRule = (theme: Theme) => ['办法', '规定', '细则'].includes(theme.form);

/** The articles of a rule, without their numbers; `#` lines are chapter titles. */
export function articlesOf(theme: Theme, title = theme.title, clauses = theme.clauses): string[] {
  const random = new Random(`${title}articles`);
  const short = /试行|暂行/.test(title) ? '本办法' : `本${theme.form}`;
  const hasChapters = clauses.includes('#');
  return [
    ...(hasChapters ? ['#总则'] : []),
    `为了${theme.aim},根据${theme.laws}等有关规定,结合本市实际,制定${short}。`,
    `本市行政区域内的${theme.name}及其监督管理活动,适用${short}。法律、法规、规章另有规定的,从其规定。`,
    random.pick(PRINCIPLES)(theme),
    ...lines(clauses),
    ...(hasChapters ? ['#附则'] : []),
  ];
}

function numbered(articles: string[]): string[] {
  let chapter = 0;
  let article = 0;
  return articles.map((line) =>
    line.startsWith('#') ? `第${numeral(++chapter)}章 ${line.slice(1)}` : `第${numeral(++article)}条 ${line}`,
  );
}

function closing(theme: Theme, title: string, dates: Dates): string[] {
  const short = /试行|暂行/.test(title) ? '本办法' : `本${theme.form}`;
  const term = dates.years ? `有效期${numeral(dates.years)}年` : '';
  return [`${short}由${departmentOf(theme.dept).name}负责解释。`, `${short}自${chineseDate(dates.effectiveOn)}起施行,${term}。`];
}

/** Full text of a rule with its issuing notice. */
export function composeRule(theme: Theme, issuer: string, dates: Dates, title = theme.title, clauses = theme.clauses, note = ''): string {
  const random = new Random(`${title}rule`);
  const articles = articlesOf(theme, title, clauses);
  const tail = articles.at(-1)!.startsWith('#') ? articles.pop()! : undefined;
  const duty = random.pick(DUTIES)(theme);
  const at = articles.findIndex((line, i) => i > 3 && line.startsWith('#'));
  const body = at > 0 ? [...articles.slice(0, 4), duty, ...articles.slice(4)] : [...articles.slice(0, 3), duty, ...articles.slice(3)];
  return [
    recipients(issuer, theme),
    random.pick(ISSUING)(title) + note,
    ...signature([issuer], dates.writtenOn),
    '',
    title,
    ...numbered([
      ...body,
      ...random
        .shuffle(SUPERVISION)
        .slice(0, 2)
        .map((say) => say(theme)),
      ...(tail ? [tail] : []),
      ...closing(theme, title, dates),
    ]),
  ].join('\n');
}

function goals(theme: Theme, year: number): string {
  const parts = theme.metrics.map((metric) => targetText(theme, metric, year + 1));
  return `到${year + 1}年底,${parts.join(',')},制度机制更加健全,群众满意度稳步提升。`;
}

/** Headed text of opinions and plans. */
export function composeHeaded(theme: Theme, issuer: string, dates: Dates): string {
  const random = new Random(`${theme.id}headed`);
  const year = Number(dates.writtenOn.slice(0, 4));
  const tasks = lines(theme.clauses).map((line, i) => {
    const [head, text] = line.split('|');
    return `(${numeral(i + 1)})${head}。${text}`;
  });
  const guarantees = random
    .shuffle(GUARANTEES)
    .slice(0, 3)
    .map(([head, say], i) => `(${numeral(i + 1)})${head}。${say(theme)}`);
  const opening = `为${theme.aim},根据${theme.laws},结合我市实际,${theme.form === '意见' ? '现就有关工作提出如下意见' : '制定本方案'}。`;
  const frame = [
    opening,
    '一、基本情况和总体要求',
    theme.background,
    random.pick(PRINCIPLES)(theme),
    '二、工作目标',
    goals(theme, year),
    '三、主要任务',
    ...tasks,
    ...(theme.form === '方案' ? ['四、进度安排', ...schedule(theme, year)] : []),
    `${theme.form === '方案' ? '五' : '四'}、保障措施`,
    ...guarantees,
    `本${theme.form}自${dates.effectiveOn === dates.writtenOn ? '印发之日' : chineseDate(dates.effectiveOn)}起施行${dates.years ? `,有效期${numeral(dates.years)}年` : ''},由${departmentOf(theme.dept).name}负责解释。`,
  ];
  if (theme.form === '意见') return [recipients(issuer, theme), ...frame, ...signature([issuer], dates.writtenOn)].join('\n');
  return [
    recipients(issuer, theme),
    random.pick(ISSUING)(theme.title),
    ...signature([issuer], dates.writtenOn),
    '',
    theme.title,
    ...frame,
  ].join('\n');
}

function schedule(theme: Theme, year: number): string[] {
  const tasks = lines(theme.tasks);
  return [
    `动员部署阶段(${year}年${Number(new Random(theme.id).int(4, 6))}月底前):完成摸底调查和任务分解,公布咨询电话,明确${theme.name}台账格式。`,
    `集中推进阶段(${year + 1}年6月底前):按照清单逐项实施,重点做好以下工作:${tasks[0]}`,
    `巩固提升阶段(${year + 1}年12月底前):开展评估验收,总结经验,完善制度。${tasks.at(-1)}`,
  ];
}

/** An emergency plan: general rules first, then the written parts, each a numbered chapter. */
export function composeEmergency(theme: Theme, issuer: string, dates: Dates): string {
  const random = new Random(`${theme.id}emergency`);
  const parts = lines(theme.clauses).map((line, i) => {
    const [head, text] = line.split('|');
    return [`${i + 2} ${head}`, ...text!.split('//').map((item, j) => `${i + 2}.${j + 1} ${item}`)];
  });
  const end = parts.length + 2;
  return [
    recipients(issuer, theme),
    random.pick(ISSUING)(theme.title),
    ...signature([issuer], dates.writtenOn),
    '',
    theme.title,
    '1 总则',
    `1.1 编制目的。${theme.aim}。`,
    `1.2 编制依据。依据${theme.laws}和上级有关应急预案,结合本市实际编制。`,
    `1.3 适用范围。本预案适用于本市行政区域内${theme.name}相关突发事件的预防、监测、处置和善后工作。`,
    `1.4 风险现状。${theme.background}`,
    '1.5 工作原则。人民至上、生命至上;预防为主、平急结合;统一领导、分级负责;快速反应、协同应对。',
    ...parts.flat(),
    `${end} 附则`,
    `${end}.1 预案管理。本预案由${departmentOf(theme.dept).name}会同有关部门负责管理,每三年至少评估一次,实战或者演练后根据需要及时修订。`,
    `${end}.2 责任与奖惩。对迟报、谎报、瞒报、漏报重要情况或者应急处置不力造成严重后果的,依法依规追究责任;对表现突出的单位给予表扬。`,
    `${end}.3 实施时间。本预案自印发之日起实施${dates.years ? `,有效期${numeral(dates.years)}年` : ''}。`,
  ].join('\n');
}

/** The main document of a theme in its own form. */
export function composeMain(theme: Theme, issuer: string, dates: Dates, note = ''): string {
  if (isRule(theme)) return composeRule(theme, issuer, dates, theme.title, theme.clauses, note);
  return theme.form === '预案' ? composeEmergency(theme, issuer, dates) : composeHeaded(theme, issuer, dates);
}
