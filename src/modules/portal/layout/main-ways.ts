import type { Messages } from '../message/index.js';

/** Address and name of a part of the site. */
export type Way = readonly [href: string, label: string];

/** The columns of the site (栏目), in the order of the navigation. Pure. */
export const columnWays = ({ layout }: Messages): Way[] => [
  ['/search?kind=dataset', layout.data],
  ['/search?kind=document', layout.documents],
  ['/disclosure', layout.disclosure],
  ['/departments', layout.departments],
  ['/transparency', layout.transparency],
];

/** The navigation: the columns, and help. Pure. */
export const mainWays = (t: Messages): Way[] => [...columnWays(t), ['/help', t.layout.help]];
