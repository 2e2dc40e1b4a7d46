import type { ComponentChildren } from 'preact';
import { type JsonLd, jsonLdText } from '../../interop/index.js';
import { Breadcrumb, type Crumb } from '../component/breadcrumb.js';
import { languageTag, useReading } from '../reading/reading.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
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
  /** The way here, without the home page; none on the home page. */
  crumbs?: readonly Crumb[];
  /** The workbench has one way of reading. */
  workbench?: boolean;
  /** A stylesheet that only this page needs. */
  style?: string;
  /** A script that only this page needs. */
  script?: string;
  children: ComponentChildren;
}

/** The frame of every page. */
export function Page({ site, query, crumbs = [], workbench = false, children, ...head }: PageProps) {
  const reading = useReading();
  const { t, care } = reading;
  return (
    <html lang={languageTag(reading)} class={care ? 'care' : undefined}>
      <Head site={site} {...head} />
      <body>
        <a class="skip" href="#main">
          {t.layout.skip}
        </a>
        <Header site={site} query={query} readings={!workbench} />
        <main id="main" class="wrap" tabIndex={-1}>
          {crumbs.length > 0 && <Breadcrumb crumbs={crumbs} />}
          {children}
        </main>
        <Footer site={site} />
      </body>
    </html>
  );
}

type HeadProps = Omit<PageProps, 'query' | 'crumbs' | 'workbench' | 'children'>;

function Head({ site, title, path, description, hidden, meta = {}, jsonLd = [], feed, style, script }: HeadProps) {
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title ? `${title} · ${site.name}` : `${site.name} · ${site.slogan}`}</title>
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
      <link rel="icon" href={ICON} />
      <link rel="stylesheet" href={site.style} />
      {style && <link rel="stylesheet" href={style} />}
      <script src={site.script} defer />
      {script && <script src={script} defer />}
    </head>
  );
}

/** A magnifying glass, in the page itself: no request of its own. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='7' fill='%231d4f91'/%3E%3Ccircle cx='14' cy='14' r='6.5' fill='none' stroke='white' stroke-width='3'/%3E%3Cpath d='M19 19l6.5 6.5' stroke='white' stroke-width='3.4' stroke-linecap='round'/%3E%3C/svg%3E";
