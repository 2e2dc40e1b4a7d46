import type { JsonLd } from './json-ld.js';

/** A step of the way from the home page to a page. */
export interface Breadcrumb {
  name: string;
  /** Path of its page. */
  path: string;
}

/** The way to a page, which begins at the home page and ends at the page itself. Pure. */
export function breadcrumbs(baseUrl: string, steps: readonly Breadcrumb[]): JsonLd {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [{ name: '首页', path: '/' }, ...steps].map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: baseUrl + path,
    })),
  };
}
