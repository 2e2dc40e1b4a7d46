import { element, type Xml, XML_DECLARATION } from '../../kernel/xml.js';

/** A list of records as Atom (RFC 4287). */
export interface Feed {
  /** Its address without the page: the same for every page of it. */
  id: string;
  title: string;
  subtitle?: string;
  /** Name of who keeps it. */
  author: string;
  updated: string;
  /** Address of this page. */
  self: string;
  /** Address of the first page (RFC 5005); absent on a feed of one page. */
  first?: string;
  /** Address of the page after this one. */
  next?: string;
  /** The page for people that shows the same. */
  alternate: string;
  entries: Xml[];
}

const ATOM = 'http://www.w3.org/2005/Atom';
export const ATOM_TYPE = 'application/atom+xml; charset=utf-8';

const link = (rel: string, href: string | undefined, type: string) => (href === undefined ? null : element('link', { rel, type, href }));

/** The whole document. Pure. */
export function atomDocument(feed: Feed): string {
  const type = 'application/atom+xml';
  const root = element(
    'feed',
    { xmlns: ATOM, 'xml:lang': 'zh-CN' },
    element('id', {}, feed.id),
    element('title', { type: 'text' }, feed.title),
    feed.subtitle ? element('subtitle', { type: 'text' }, feed.subtitle) : null,
    element('updated', {}, feed.updated),
    element('author', {}, element('name', {}, feed.author)),
    link('self', feed.self, type),
    link('alternate', feed.alternate, 'text/html'),
    link('first', feed.first, type),
    link('next', feed.next, type),
    feed.entries,
  );
  return `${XML_DECLARATION}${root.text}\n`;
}
