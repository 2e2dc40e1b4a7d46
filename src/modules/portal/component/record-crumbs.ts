import type { AnyRecord } from '../../catalog/index.js';
import type { Department } from '../../department/index.js';
import { breadcrumbs, type JsonLd } from '../../interop/index.js';
import type { Site } from '../layout/site.js';
import type { Messages } from '../message/index.js';
import type { Crumb } from './breadcrumb.js';

/** The way to a record, for people and for programs: by its department, or by its kind without one. */
export function recordCrumbs(
  site: Site,
  { kind, title, url }: AnyRecord,
  department: Department | undefined,
  t: Messages,
): { crumbs: Crumb[]; jsonLd: JsonLd } {
  const from: (Crumb & { href: string })[] = department
    ? [
        { label: t.layout.departments, href: '/departments' },
        { label: department.name, href: department.url, said: true },
      ]
    : [{ label: kind === 'dataset' ? t.layout.data : t.layout.documents, href: `/search?kind=${kind}` }];
  return {
    crumbs: [...from, { label: title, said: true }],
    jsonLd: breadcrumbs(site.baseUrl, [...from.map(({ label, href }) => ({ name: label, path: href })), { name: title, path: url }]),
  };
}
