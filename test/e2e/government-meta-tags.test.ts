import { afterAll, beforeAll, expect, it } from 'vitest';
import { DepartmentService } from '../../src/modules/department/index.js';
import { FULL_DATASET, FULL_DOCUMENT, type FullCatalog, startFullCatalog } from './interop/full-catalog.js';

/** Tags of 《政府网站发展指引》 (国办发〔2017〕47号) by level. */
const SITE = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const COLUMN = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const ARTICLE = ['ArticleTitle', 'PubDate', 'ContentSource', 'Url'];

let catalog: FullCatalog;
let department: string;
beforeAll(async () => {
  catalog = await startFullCatalog({ siteName: '澜川市人民政府', siteSlogan: '信息公开', siteIdCode: '3212000001' });
  department = (await catalog.app.get(DepartmentService).list()).find(({ name }) => name === '泰州市人民政府')!.url;
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  await catalog.publish('document', { identifier: 'today', title: '今天的“通知”<b>&', publishedOn: today, body: '正文一。' });
  await catalog.publish('dataset', { identifier: 'conditional', title: '有条件', provider: '甲局', openness: '有条件开放' });
});
afterAll(() => catalog.close());

const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

async function metaOf(path: string, status = 200): Promise<Record<string, string>> {
  const { text } = await catalog.http.get(path).set('Accept', 'text/html').expect(status);
  const found = [...text.matchAll(/<meta name="([^"]+)" content="([^"]*)"/g)].map(
    ([, name, content]) => [name!, unescaped(content!)] as const,
  );
  const names = found.map(([name]) => name.toLowerCase());
  expect(new Set(names).size, 'no name twice').toBe(names.length);
  expect(text).not.toContain('好找');
  return Object.fromEntries(found);
}

it.each([
  ['/', COLUMN],
  ['/search', COLUMN],
  ['/search?q=a&kind=dataset', COLUMN],
  ['/departments', COLUMN],
  ['department', COLUMN],
  ['/help', COLUMN],
  ['/about', COLUMN],
  ['/accessibility', COLUMN],
  ['/site-map', COLUMN],
  ['/datasets/full-ds', [...COLUMN, ...ARTICLE, 'Keywords', 'Author', 'Description']],
  ['/documents/full-doc', [...COLUMN, ...ARTICLE, 'Keywords', 'Author', 'Description']],
  ['/documents/today', [...COLUMN, ...ARTICLE, 'Description']],
  ['/records/full-doc/proof', COLUMN],
  ['/documents/full-doc/versions', COLUMN],
  ['/datasets/full-ds/versions', COLUMN],
  ['/datasets/conditional/access', COLUMN],
  ['/datasets/full-ds/api', COLUMN],
] as const)('%s has the tags of its level', async (path, tags) => {
  const meta = await metaOf(path === 'department' ? department : path);
  for (const name of [...SITE, ...tags]) expect(meta[name], name).toBeTruthy();
  expect(meta).toMatchObject({ SiteName: '澜川市人民政府', SiteDomain: new URL(catalog.url).host, SiteIDCode: '3212000001' });
});

it('pages of errors name the site', async () => {
  expect(await metaOf('/datasets/nothing', 404)).toMatchObject({ SiteName: '澜川市人民政府' });
});

it('articles say what their records say', async () => {
  expect(await metaOf('/documents/full-doc')).toMatchObject({
    ColumnName: '政府信息公开',
    ColumnType: '政策文件',
    ArticleTitle: FULL_DOCUMENT.title,
    PubDate: FULL_DOCUMENT.publishedOn,
    ContentSource: FULL_DOCUMENT.issuer.join('、'),
    Keywords: FULL_DOCUMENT.keywords.join(','),
    Description: FULL_DOCUMENT.abstract,
    Url: `${catalog.url}/documents/full-doc`,
  });
  expect(await metaOf('/datasets/full-ds')).toMatchObject({ ArticleTitle: FULL_DATASET.title, ContentSource: FULL_DATASET.provider });
});

it('the time of publication stands where it is known', async () => {
  const meta = await metaOf('/documents/today');
  expect(meta.PubDate).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  expect(meta.ArticleTitle).toBe('今天的“通知”<b>&');
});

it('the site has no number while none is registered', async () => {
  const { config } = catalog;
  const code = config.siteIdCode;
  config.siteIdCode = undefined;
  expect(await metaOf('/')).not.toHaveProperty('SiteIDCode');
  config.siteIdCode = code;
});
