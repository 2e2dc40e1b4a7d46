import type { Config } from '../../platform/config/index.js';

/** What the catalog calls itself to others. */
export interface CatalogName {
  name: string;
  title: string;
  description: string;
}

export const catalogName = ({ siteName, siteSlogan }: Pick<Config, 'siteName' | 'siteSlogan'>): CatalogName => ({
  name: siteName,
  title: `${siteName}：${siteSlogan}`,
  description: '各部门主动公开的文件和开放的数据资源。',
});

/** The mailbox that mail of the site comes from: one that people can write to. Pure. */
export const mailboxOf = ({ mailFrom }: Pick<Config, 'mailFrom'>): string | undefined => /([^\s<>]+@[^\s<>]+)>?$/.exec(mailFrom ?? '')?.[1];
