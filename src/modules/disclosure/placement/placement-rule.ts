import type { Block } from '../column/block.js';

/** Blocks that hold documents of one kind; statutory content goes by items instead. */
export type DocumentBlock = Exclude<Block, 'statutory'>;

/** Raised whenever what follows or `placementOf` changes: then every document is placed anew. */
export const RULES_VERSION = 1;

/** Types (文种或体裁) and labels of 组配分类 that name a block. */
export const BLOCK_OF_TYPE: Readonly<Record<string, DocumentBlock>> = {
  disclosureGuide: 'guide',
  政府信息公开指南: 'guide',
  信息公开指南: 'guide',
  政府信息公开制度: 'rules',
  信息公开制度: 'rules',
  disclosureAnnualReport: 'annual-reports',
  政府信息公开年报: 'annual-reports',
  政府信息公开年度报告: 'annual-reports',
  政府信息公开工作年度报告: 'annual-reports',
  信息公开年报: 'annual-reports',
};

/** Types and classes of legislation that the wording of an item of Art. 20 names as such; regional laws (地方性法规) are no organ's own. */
export const ITEM_OF_TYPE: Readonly<Record<string, string>> = {
  administrativeRegulation: 'A20_01',
  departmentalRule: 'A20_01',
  localGovernmentRule: 'A20_01',
  normativeDocument: 'A20_01',
  adminReg: 'A20_01',
  deptRule: 'A20_01',
  localRule: 'A20_01',
  normative: 'A20_01',
  budget: 'A20_07',
  statistics: 'A20_04',
};

/** Titles that are a guide themselves, or issue one. */
export const GUIDE_TITLE = /(?:政府|政务)?信息公开(?:工作)?指南(?:（[^（）]*）)?》?(?:的(?:通知|公告))?(?:（[^（）]*）)?$/u;

/** Titles of annual reports; the year is in digits or Chinese numerals, before or inside. */
export const REPORT_TITLE =
  /(?:^|[^》])(?:政府|政务)?信息公开(?:工作)?(?:(?:[0-9]{4}|[〇○零一二三四五六七八九]{4})?年?度?(?:工作)?年?度?报告|年报)》?(?:（[^（）]*）)?$/u;

/**
 * Titles of systems of disclosure themselves, or of what issues them: 关于印发《…公开…办法》的通知. Disclosure by organs is meant,
 * so rules for hospitals or companies (环境信息公开办法) are not.
 */
export const RULES_TITLE =
  /^(?:[^《》]*(?:印发|发布|公布|颁布|修订|修改)(?:的)?《)?[^《》]*(?:政府信息[^《》]*公开|公开政府信息|政务公开|依申请公开|主动公开|信息公开(?:工作)?(?=制度))[^《》]*(?:条例|制度|办法|规定|规范|规则|细则|规程)(?:（[^（）]*）)?》?(?:的(?:通知|公告|决定|命令|令))?(?:（[^（）]*）)?$/u;

/** What such titles are not, though they end alike: they prepare, implement, explain or ask for opinions. */
export const ABOUT_RULES = /解读|贯彻|实施《|施行|学习|宣传|征求意见|草案|情况|问答|落实/u;

/** Plans whose name says that they are one: 总体规划, 专项规划, 规划纲要, and what issues them. */
export const PLAN_TITLE = /规划(?:纲要)?(?:（[^（）]*）)?》?(?:的(?:通知|批复|公告))?$/u;
