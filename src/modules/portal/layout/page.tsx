import type { ComponentChildren } from 'preact';
import { type JsonLd, jsonLdText } from '../../interop/index.js';
import { SearchBox } from '../component/search-box.js';
import type { Meta } from './meta.js';
import type { Site } from './site.js';

export interface PageProps {
  site: Site;
  title?: string;
  /** Path of the page itself, for its permanent address. */
  path: string;
  description?: string;
  /** Search pages and errors are not for other search engines: bots would walk every combination of facets. */
  hidden?: boolean;
  /** Query to show in the box of the header; absent on the home page, which has its own. */
  query?: string | null;
  /** `<meta>` names of 《政府网站发展指引》 (国办发〔2017〕47号) beside those of the site. */
  meta?: Meta;
  /** What the page is about, in the words of schema.org. */
  jsonLd?: readonly JsonLd[];
  /** Path of the feed of what the page lists. */
  feed?: string;
  /** A script that only this page needs. */
  script?: string;
  children: ComponentChildren;
}

/** The frame of every page. */
export function Page({ site, title, path, description, hidden, query, meta = {}, jsonLd = [], feed, script, children }: PageProps) {
  const fullTitle = title ? `${title} · ${site.name}` : `${site.name} · ${site.slogan}`;
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{fullTitle}</title>
        {description && !meta.Description && <meta name="description" content={description.slice(0, 200)} />}
        {hidden ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={site.baseUrl + path} />}
        <meta name="SiteName" content={site.name} />
        <meta name="SiteDomain" content={new URL(site.baseUrl).host} />
        {site.idCode && <meta name="SiteIDCode" content={site.idCode} />}
        {Object.entries(meta).map(([name, content]) => content && <meta key={name} name={name} content={content} />)}
        <link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml" title={site.name} />
        {feed && <link rel="alternate" type="application/atom+xml" href={feed} title={title ?? site.name} />}
        {jsonLd.map((node, index) => (
          <script key={index} type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLdText(node) }} />
        ))}
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={site.styleUrl} />
        <script src={site.scriptUrl} defer />
        {script && <script src={script} defer />}
      </head>
      <body>
        <a class="skip" href="#main">
          跳到正文
        </a>
        <header class="site-header">
          <div class="wrap site-header-row">
            <a class="brand" href="/">
              {site.name}
              <span class="brand-note">{site.slogan}</span>
            </a>
            {query !== undefined && <SearchBox query={query} compact />}
            <nav class="site-nav" aria-label="主导航">
              <a href="/search?kind=dataset">数据</a>
              <a href="/search?kind=document">文件</a>
              <a href="/departments">部门</a>
              <a href="/about">使用说明</a>
            </nav>
          </div>
        </header>
        <main id="main" class="wrap" tabIndex={-1}>
          {children}
        </main>
        <footer class="site-footer">
          <div class="wrap">
            <p>本站按《政府信息公开条例》公开政府信息，检索、查阅、下载均无须登录。</p>
            <p>
              <a href="/docs">开发接口</a> · <a href="/openapi.json">OpenAPI</a> · <a href="/graphql">GraphQL</a> ·{' '}
              <a href="/about">使用说明</a> · <a href="/workbench">部门工作台</a>
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}
