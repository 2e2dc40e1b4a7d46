import { departmentOf } from '../department-table.js';
import { addDays, lastDayAfterYears, nextMonthStart, SNAPSHOT, toWeekday } from '../day.js';
import { Random } from '../random.js';
import type { Extra, Theme } from '../theme/theme.js';
import { composeAmendment, composeExtra, composeLegacy } from './compose-change.js';
import { composeBulletin, composeInterpretation, composeNotice } from './compose-follow.js';
import { composeMain, type Dates } from './compose-main.js';
import { documentIdentifier } from './book.js';
import type { Plan } from './plan.js';

const isRule = (theme: Theme) => ['办法', '规定', '细则'].includes(theme.form);
const isTrial = (title: string) => /试行|暂行/.test(title);

const issuing = (theme: Theme, title: string) => (theme.form === '意见' && !isTrial(title) ? title : `关于印发《${title}》的通知`);
const withIssuer = (issuer: string, title: string) =>
  issuer === 'szf' || issuer === 'sfb' ? `${departmentOf(issuer).name}${title}` : title;

/** 3 to 9 days between signing and publishing, on a weekday. */
const publishedAfter = (id: string, writtenOn: string) => toWeekday(addDays(writtenOn, new Random(`${id}published`).int(1, 8)));

function base(theme: Theme): Pick<Plan, 'topic' | 'keywords' | 'audience' | 'article20' | 'theme'> {
  return {
    theme: theme.id,
    topic: theme.topic ?? departmentOf(theme.dept).topic,
    keywords: theme.keywords.split(' '),
    audience: theme.audience,
    article20: theme.article20,
  };
}

function datesOf(theme: Theme, title: string, written: string): Dates {
  const writtenOn = toWeekday(written);
  const effectiveOn = isRule(theme) ? nextMonthStart(addDays(writtenOn, 20)) : writtenOn;
  return { writtenOn, effectiveOn, years: isTrial(title) ? 2 : theme.form === '预案' ? 5 : theme.form === '方案' ? 0 : 5 };
}

function mainPlan(theme: Theme): Plan {
  const issuer = theme.by ?? theme.dept;
  const dates = datesOf(theme, theme.title, theme.date);
  const normative = isRule(theme) || theme.form === '意见';
  const oldTitle = theme.old && `${theme.id}-old`;
  return {
    ...base(theme),
    id: theme.id,
    title: withIssuer(issuer, issuing(theme, theme.title)),
    issuers: [issuer],
    documentType: theme.form === '意见' ? '意见' : '通知',
    series: normative ? 'normative' : 'general',
    writtenOn: dates.writtenOn,
    publishedOn: publishedAfter(theme.id, dates.writtenOn),
    effectiveOn: dates.effectiveOn,
    ...(dates.years ? { expiresOn: lastDayAfterYears(dates.effectiveOn, dates.years) } : {}),
    relations: oldTitle ? [{ type: 'replaces', target: documentIdentifier(oldTitle), note: '新文件施行之日起,原暂行规定废止' }] : [],
    body: (book) => composeMain(theme, issuer, dates, oldTitle ? `${book.cite(oldTitle)}同时废止。` : ''),
  };
}

function oldPlan(theme: Theme): Plan[] {
  if (!theme.old) return [];
  const issuer = theme.dept;
  const legacy = { ...theme, form: '办法' as const };
  const dates = datesOf(legacy, theme.old.title, theme.old.date);
  return [
    {
      ...base(theme),
      id: `${theme.id}-old`,
      title: `关于印发《${theme.old.title}》的通知`,
      issuers: [issuer],
      documentType: '通知',
      series: 'normative',
      writtenOn: dates.writtenOn,
      publishedOn: publishedAfter(`${theme.id}-old`, dates.writtenOn),
      effectiveOn: dates.effectiveOn,
      expiresOn: lastDayAfterYears(dates.effectiveOn, dates.years),
      relations: [],
      body: () => composeLegacy(legacy, issuer, dates),
    },
  ];
}

function interpretationPlan(theme: Theme, main: Plan): Plan[] {
  if (theme.form === '预案') return [];
  const random = new Random(`${theme.id}interpret`);
  const title = random.pick([`《${theme.title}》政策解读`, `关于《${theme.title}》的解读`, `《${theme.title}》问答解读`]);
  const publishedOn = toWeekday(addDays(main.publishedOn, random.int(0, 1)));
  return [
    {
      ...base(theme),
      id: `${theme.id}-interpretation`,
      title,
      issuers: [theme.dept],
      documentType: '政策解读',
      writtenOn: publishedOn,
      publishedOn,
      relations: [{ type: 'interprets', target: documentIdentifier(theme.id) }],
      body: (book) => composeInterpretation(theme, theme.id, book),
    },
  ];
}

function noticePlan(theme: Theme, year: number): Plan {
  const id = `${theme.id}-notice-${year}`;
  const random = new Random(id);
  const writtenOn = toWeekday(`${year}-0${random.int(2, 4)}-${String(random.int(3, 27)).padStart(2, '0')}`);
  const title = random.pick([
    `关于做好${year}年${theme.name}有关工作的通知`,
    `关于进一步加强${year}年${theme.name}工作的通知`,
    `关于扎实推进${year}年${theme.name}重点任务的通知`,
  ]);
  const afterMain = theme.date < writtenOn;
  return {
    ...base(theme),
    id,
    title,
    issuers: [theme.dept],
    documentType: '通知',
    series: 'general',
    writtenOn,
    publishedOn: publishedAfter(id, writtenOn),
    relations: afterMain ? [{ type: 'basedOn', target: documentIdentifier(theme.id) }] : [],
    body: (book) => composeNotice(theme, year, theme.dept, theme.id, writtenOn, book),
  };
}

function bulletinPlan(theme: Theme, year: number): Plan {
  const id = `${theme.id}-bulletin-${year}`;
  const random = new Random(id);
  const writtenOn = toWeekday(`${year + 1}-0${random.int(1, 3)}-${String(random.int(6, 26)).padStart(2, '0')}`);
  return {
    ...base(theme),
    id,
    title: `关于${year}年度${theme.name}工作情况的通报`,
    issuers: [theme.dept],
    documentType: '通报',
    series: 'letter',
    writtenOn,
    publishedOn: publishedAfter(id, writtenOn),
    relations: theme.date < writtenOn ? [{ type: 'basedOn', target: documentIdentifier(theme.id) }] : [],
    body: (book) => composeBulletin(theme, year, theme.dept, theme.id, writtenOn, book),
  };
}

function amendmentPlan(theme: Theme): Plan[] {
  if (!theme.amend) return [];
  const issuer = theme.by ?? theme.dept;
  const id = `${theme.id}-amendment`;
  const writtenOn = toWeekday(theme.amend.date);
  return [
    {
      ...base(theme),
      id,
      title: withIssuer(issuer, `关于修改《${theme.title}》部分条款的通知`),
      issuers: [issuer],
      documentType: '通知',
      series: 'normative',
      writtenOn,
      publishedOn: publishedAfter(id, writtenOn),
      effectiveOn: nextMonthStart(writtenOn),
      relations: [{ type: 'amends', target: documentIdentifier(theme.id), note: '修改部分条款,其余条款继续有效' }],
      body: (book) => composeAmendment(theme, issuer, theme.id, writtenOn, book),
    },
  ];
}

function extraPlan(theme: Theme, extra: Extra): Plan {
  const issuer = extra.issuer ?? theme.dept;
  const id = `${theme.id}-${extra.id}`;
  const writtenOn = toWeekday(extra.date);
  const normative = /有效期(五|两|二|三)年/.test(extra.text);
  const years = /有效期五年/.test(extra.text) ? 5 : /有效期三年/.test(extra.text) ? 3 : 2;
  const start = /自(\d{4})年(\d{1,2})月(\d{1,2})日起(施行|执行|实施)/.exec(extra.text);
  const effectiveOn = start ? [start[1], start[2]!.padStart(2, '0'), start[3]!.padStart(2, '0')].join('-') : undefined;
  return {
    ...base(theme),
    id,
    title: withIssuer(issuer, extra.title),
    issuers: [issuer],
    documentType: extra.type,
    series: extra.type === '批复' || extra.type === '函' ? 'letter' : normative ? 'normative' : 'general',
    writtenOn,
    publishedOn: publishedAfter(id, writtenOn),
    ...(effectiveOn ? { effectiveOn } : {}),
    ...(normative && effectiveOn ? { expiresOn: lastDayAfterYears(effectiveOn, years) } : {}),
    ...(extra.article20 ? { article20: extra.article20 } : {}),
    relations: extra.basedOn ? [{ type: 'basedOn', target: documentIdentifier(theme.id) }] : [],
    body: () => composeExtra(extra, issuer, writtenOn),
  };
}

/** Years, after the main document, for which a theme gets a work notice and a circular; most get a second circular. */
function yearsOf(theme: Theme): { notices: number[]; bulletins: number[] } {
  const random = new Random(`${theme.id}years`);
  const first = Number(theme.date.slice(0, 4));
  const notice = random.int(Math.min(first + 1, 2026), 2026);
  const bulletin = random.int(first, 2025);
  const second = bulletin < 2025 ? bulletin + 1 : bulletin - 1;
  return { notices: [notice], bulletins: random.int(0, 3) && second >= first ? [bulletin, second] : [bulletin] };
}

/** Every document of one theme, those after the last known day left out. */
export function plansOf(theme: Theme): Plan[] {
  const main = mainPlan(theme);
  const { notices, bulletins } = yearsOf(theme);
  return [
    ...oldPlan(theme),
    main,
    ...interpretationPlan(theme, main),
    ...amendmentPlan(theme),
    ...notices.map((year) => noticePlan(theme, year)),
    ...bulletins.map((year) => bulletinPlan(theme, year)),
    ...(theme.extras ?? []).map((extra) => extraPlan(theme, extra)),
  ].filter((plan) => plan.publishedOn <= SNAPSHOT);
}
