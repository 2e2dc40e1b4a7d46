import { chinaTime } from '../component/china-time.js';

/** `<meta>` names of 《政府网站发展指引》 (国办发〔2017〕47号), domain 5.7; what has no content is left out. */
export type Meta = Record<string, string | null | undefined>;

/** Types of columns (栏目类别) that this site has. */
export type ColumnType = '概况信息' | '政策文件' | '信息公开目录' | '互动交流';

/** A column of the site: all four tags are asked for. */
export interface Column {
  name: string;
  description: string;
  keywords: readonly string[];
  type: ColumnType;
}

/** Tags of a column page. Pure. */
export const columnMeta = ({ name, description, keywords, type }: Column): Meta => ({
  ColumnName: name,
  ColumnDescription: short(description),
  ColumnKeywords: keywords.join(','),
  ColumnType: type,
});

/** What an article says of itself. */
export interface Article {
  title: string;
  publishedOn?: string | null;
  /** When it came into this catalog. */
  createdAt?: string;
  source: string | null | undefined;
  keywords?: readonly string[];
  author?: string | null;
  description?: string | null;
  /** Absolute. */
  url: string;
}

/** Tags of an article, beside those of its column. Pure. */
export const articleMeta = (column: Column, article: Article): Meta => ({
  ...columnMeta(column),
  ArticleTitle: article.title,
  PubDate: publishedAt(article),
  ContentSource: article.source,
  Keywords: article.keywords?.join(','),
  Author: article.author,
  Description: article.description && short(article.description),
  Url: article.url,
});

/** `YYYY-MM-DD HH:mm` when the record came here on the day of its publication, otherwise the date by itself. */
function publishedAt({ publishedOn, createdAt }: Article): string | undefined {
  const came = createdAt && chinaTime(createdAt);
  if (!publishedOn) return came;
  return came?.startsWith(publishedOn) && publishedOn.length === 'YYYY-MM-DD'.length ? came : publishedOn;
}

const MOST = 200;
const short = (text: string) => [...text.replace(/\s+/g, ' ').trim()].slice(0, MOST).join('');
