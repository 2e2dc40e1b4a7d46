import type { Plan } from './plan.js';

/** Documents of the city government that no single theme owns. */
export const GOVERNMENT_PLANS: Plan[] = [];
