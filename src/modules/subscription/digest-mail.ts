import { oneLine } from '../platform/mail/index.js';
import type { ConditionInWords, ListedHit } from '../search/index.js';
import type { MailText } from './confirmation-mail.js';

/** What a mail with news is made of. */
export interface Digest {
  site: string;
  /** Address of the site, without a slash at the end. */
  base: string;
  q: string;
  conditions: readonly ConditionInWords[];
  /** How many there are; the titles may be fewer. */
  total: number;
  hits: readonly ListedHit[];
  /** Addresses of everything that the search finds, and of the page that cancels. */
  all: string;
  cancel: string;
}

const LONGEST_QUERY = 60;
const KINDS = { dataset: '数据', document: '文件' } as const;

/** The mail with what has become public since the last one. Pure. */
export function digestMail({ site, base, q, conditions, total, hits, all, cancel }: Digest): MailText {
  const asked = oneLine(q);
  const short = asked.length > LONGEST_QUERY ? `${[...asked].slice(0, LONGEST_QUERY).join('')}…` : asked;
  const filters = conditions.map(({ label, values }) => oneLine(`${label}：${values.join('、')}`));
  return {
    subject: `${site}：${short ? `“${short}”` : '订阅的搜索'}有 ${total} 条新内容`,
    text: [
      `您订阅的搜索有 ${total} 条新公开的内容。`,
      `搜索：${asked || '全部内容'}`,
      ...(filters.length > 0 ? [`筛选：${filters.join('；')}`] : []),
      '',
      ...hits.flatMap((hit, index) => [`${index + 1}. ${oneLine(hit.title)}`, `   ${about(hit)}`, `   ${base}${hit.url}`]),
      '',
      ...(total > hits.length ? [`这里列出前 ${hits.length} 条。`] : []),
      `全部结果，新的在前：${all}`,
      '',
      `不想再收到：打开下面的网址，按“退订”，邮箱地址随即从系统中删除。`,
      `To stop these mails and have your address deleted, open:`,
      cancel,
      '',
    ].join('\n'),
  };
}

const about = ({ kind, department, publishedOn }: ListedHit) =>
  [KINDS[kind], department && oneLine(department), publishedOn].filter(Boolean).join(' · ');
