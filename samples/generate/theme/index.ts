import { CITY_RUNNING } from './city-running.js';
import { CIVIL } from './civil.js';
import { ECONOMY_CULTURE } from './economy-culture.js';
import { HOUSING } from './housing.js';
import { LABOUR } from './labour.js';
import { LAND_VILLAGE } from './land-village.js';
import { SCHOOLING_HEALTH } from './schooling-health.js';
import type { Theme } from './theme.js';

/** All subjects of the catalog. */
export const THEMES: Theme[] = [...HOUSING, ...LABOUR, ...CIVIL, ...SCHOOLING_HEALTH, ...CITY_RUNNING, ...ECONOMY_CULTURE, ...LAND_VILLAGE];
