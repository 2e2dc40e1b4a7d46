import { HOUSING } from './housing.js';
import type { Theme } from './theme.js';

/** All subjects of the catalog. */
export const THEMES: Theme[] = [...HOUSING];
