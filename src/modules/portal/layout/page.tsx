import type { ComponentChildren } from 'preact';
import { SearchBox } from '../component/search-box.js';
import { type Site, SITE_NAME, SITE_SLOGAN } from './site.js';

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
  meta?: Record<string, string | null | undefined>;
  /** A script that only this page needs. */
  script?: string;
  children: ComponentChildren;
}

/** The frame of every page. */
export function Page({ site, title, path, description, hidden, query, meta = {}, script, children }: PageProps) {
  const fullTitle = title ? `${title} · ${SITE_NAME}` : `${SITE_NAME} · ${SITE_SLOGAN}`;
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{fullTitle}</title>
        {description && <meta name="description" content={description.slice(0, 200)} />}
        {hidden ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={site.baseUrl + path} />}
        <meta name="SiteName" content={SITE_NAME} />
        <meta name="SiteDomain" content={new URL(site.baseUrl).host} />
        {Object.entries(meta).map(([name, content]) => content && <meta key={name} name={name} content={content} />)}
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
              {SITE_NAME}
              <span class="brand-note">{SITE_SLOGAN}</span>
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
