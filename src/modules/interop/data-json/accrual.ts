import type { EntryConcept } from '../mapping/entry.js';

/** Frequencies of the EU table as repeating intervals (ISO 8601) and as codes of ISO 19115. */
const CYCLES: Record<string, [interval: string | undefined, code: string]> = {
  CONT: ['R/PT1S', 'continual'],
  DAILY: ['R/P1D', 'daily'],
  WEEKLY: ['R/P1W', 'weekly'],
  MONTHLY: ['R/P1M', 'monthly'],
  QUARTERLY: ['R/P3M', 'quarterly'],
  ANNUAL_2: ['R/P6M', 'biannually'],
  ANNUAL: ['R/P1Y', 'annually'],
  IRREG: ['irregular', 'irregular'],
  NEVER: [undefined, 'notPlanned'],
};

const cycleOf = ({ official }: EntryConcept) => CYCLES[official[0]?.split('/').at(-1) ?? ''];

/** How often a dataset is updated, as data.json 1.1 says it; undefined for what it has no word for. Pure. */
export const intervalOf = (concept: EntryConcept): string | undefined => cycleOf(concept)?.[0];

/** The same in DCAT-US 3. Pure. */
export const maintenanceOf = (concept: EntryConcept): string => cycleOf(concept)?.[1] ?? 'unknown';
