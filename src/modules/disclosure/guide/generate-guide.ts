import type { Department } from '../../department/index.js';
import { disclosureUrl } from '../column/disclosure-address.js';
import type { DisclosureBlock } from '../column/column.model.js';
import type { DisclosureGuide, GuidePart } from './guide.model.js';

/** What a guide is written from. */
export interface GuideFacts {
  siteName: string;
  /** Address of the site, without a slash at its end. */
  siteUrl: string;
  /** Absent for the guide of all departments. */
  department?: Department;
  blocks: readonly DisclosureBlock[];
  today: string;
}

/** What Art. 12 wants of the 工作机构, in its order. */
const CONTACT: [label: string, of: (department: Department, siteUrl: string) => string | null | undefined][] = [
  ['工作机构名称', ({ contact }) => contact?.unit],
  ['办公地址', ({ contact }) => contact?.address],
  ['办公时间', ({ contact }) => contact?.hours],
  ['联系电话', ({ contact }) => contact?.phone],
  ['传真', ({ contact }) => contact?.fax],
  ['互联网联系方式', ({ contact }) => contact?.email],
];

/** A guide by Art. 12 of the regulation, of what the catalog knows and nothing else; what it does not know is told as lacking. Pure. */
export function generateGuide(facts: GuideFacts): DisclosureGuide {
  const { department, siteUrl, today } = facts;
  const told = CONTACT.map(([label, of]) => ({ label, text: department ? of(department, siteUrl) : undefined }));
  return {
    title: `${department?.name ?? facts.siteName}政府信息公开指南`,
    generated: true,
    generatedOn: today,
    parts: [classification(facts), arrangement(), waysToObtain(facts)],
    contact: told.flatMap(({ label, text }) => (text ? [{ label, text }] : [])),
    lacking: department ? told.filter(({ text }) => !text).map(({ label }) => label) : [],
  };
}

function classification({ blocks }: GuideFacts): GuidePart {
  const count = (name: string) => blocks.find(({ block }) => block === name)?.count ?? 0;
  const items = blocks.find(({ block }) => block === 'statutory')?.items.filter((item) => item.count > 0) ?? [];
  return {
    heading: '政府信息的分类',
    paragraphs: [
      `主动公开的政府信息分为政府信息公开指南、政府信息公开制度（${count('rules')} 份）、法定主动公开内容（${count('statutory')} 份）、政府信息公开年报（${count('annual-reports')} 份）。`,
      items.length > 0
        ? `法定主动公开内容按《中华人民共和国政府信息公开条例》第二十条、第二十一条的各项分类，现有：${items.map(({ label, count: of }) => `${label}（${of} 份）`).join('；')}。`
        : '法定主动公开内容按《中华人民共和国政府信息公开条例》第二十条、第二十一条的各项分类。',
    ],
  };
}

function arrangement(): GuidePart {
  return {
    heading: '政府信息的编排体系',
    paragraphs: [
      '每条政府信息载明索引号、名称、内容概述、生成日期，另有发文机关、发文字号、主题分类和有效性。没有的项目不显示。',
      '各栏目内按发布日期排列，新的在前；已经废止、失效的保留，并注明。',
    ],
  };
}

function waysToObtain({ department, siteUrl }: GuideFacts): GuidePart {
  const code = department?.code;
  return {
    heading: '政府信息的获取方式',
    paragraphs: [
      `主动公开的政府信息在本平台检索、查阅、下载，不用登录：${siteUrl}${disclosureUrl({ department: code })}。`,
      `主动公开以外的政府信息，公民、法人或者其他组织可以依照条例第二十七条申请公开，办法见：${siteUrl}${disclosureUrl({ department: code, block: 'request' })}。`,
    ],
  };
}

/** Whether the profile says all that item 2 of Art. 20 asks: duties, units, leaders, address, hours and a way to reach it. Pure. */
export function isProfiled({ duties, leaders, internalUnits, contact }: Department): boolean {
  return [duties, leaders, internalUnits, contact?.address, contact?.hours, contact?.phone ?? contact?.email].every(Boolean);
}
