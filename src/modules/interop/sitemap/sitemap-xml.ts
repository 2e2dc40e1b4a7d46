import { element, type Xml, XML_DECLARATION } from '../../kernel/xml.js';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A page, and when it last changed. */
export interface SitemapAddress {
  loc: string;
  lastmod?: Date;
}

const entryOf = (name: string, { loc, lastmod }: SitemapAddress): Xml =>
  element(name, {}, element('loc', {}, loc), lastmod ? element('lastmod', {}, lastmod.toISOString()) : null);

/** The list of all sitemaps. Pure. */
export function sitemapIndex(sitemaps: readonly SitemapAddress[]): string {
  const root = element(
    'sitemapindex',
    { xmlns: NAMESPACE },
    sitemaps.map((sitemap) => entryOf('sitemap', sitemap)),
  );
  return `${XML_DECLARATION}${root.text}\n`;
}

/** A sitemap, piece by piece. */
export async function* sitemapPieces(pages: AsyncIterable<readonly SitemapAddress[]>): AsyncGenerator<string> {
  yield `${XML_DECLARATION}<urlset xmlns="${NAMESPACE}">\n`;
  for await (const page of pages) yield page.map((address) => `${entryOf('url', address).text}\n`).join('');
  yield '</urlset>\n';
}
