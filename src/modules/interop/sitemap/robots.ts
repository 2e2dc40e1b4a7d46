import { FACETS } from '../../search/index.js';

/** Filters of a search: each combination would be a page of its own. */
const FILTERS = [...FACETS, 'sort', 'cursor', 'limit'];

/** Programs read these; pages say the same. */
const NOT_PAGES = [
  '/api/',
  '/graphql',
  '/workbench',
  '/search.atom',
  '/search.csv',
  '/search.xlsx',
  '/search.json',
  '/subscriptions',
  '/opensearch/',
  '/mcp',
  '/oai',
  '/records/',
];

/** What crawlers may walk (RFC 9309): every page of a record, and searches by words alone. Pure. */
export function robotsText(baseUrl: string): string {
  const refused = [
    ...NOT_PAGES,
    ...FILTERS.map((filter) => `/search?${filter}=`),
    // Words with filters; those who do not know the star are told by noindex.
    '/search?*&',
    '/datasets/*/access',
    '/datasets/*/tables/*/chart',
    '/datasets/*/tables/*?',
  ];
  return ['User-agent: *', ...refused.map((path) => `Disallow: ${path}`), '', `Sitemap: ${baseUrl}/sitemap.xml`, ''].join('\n');
}
