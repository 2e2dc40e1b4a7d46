import type { CycleState } from './cycle-state.js';

/** What quality is told of, by its metric of domain 9: u3, u1, u2, u4 (twice) and t1. */
export const QUALITY_ASPECTS = ['dictionary', 'readable', 'interface', 'licence', 'timely', 'contact'] as const;
export type QualityAspect = (typeof QUALITY_ASPECTS)[number];

/** What can be said of one aspect now; `unjudged` is neither praise nor blame. */
export interface QualityFact {
  aspect: QualityAspect;
  standing: 'met' | 'partly' | 'unmet' | 'unjudged';
  /** How many of how many, where it is counted. */
  counted?: { met: number; of: number };
}

/** What is looked at. */
export interface QualitySubject {
  items: readonly { name: string; type?: string | null; description?: string | null }[];
  formats: readonly string[];
  resources: readonly { format?: string | null; url?: string | null; path?: string | null }[];
  license?: string | null;
  openCondition?: string | null;
  contact?: { phone?: string | null; email?: string | null } | null;
}

/** Formats by how well programs read them: u1 gives the first 1, the second 0.7. */
const OPEN = /^(csv|tsv|json|jsonl|ndjson|xml|geojson|parquet|rdf|ttl|ods)$/i;
const SHEETS = /^xlsx?$/i;

/** What can be said of the quality of a dataset without measuring its values; a score needs those (domain 9). Pure. */
export function qualityFacts(subject: QualitySubject, { tables, cycle }: { tables: number; cycle: CycleState }): QualityFact[] {
  const { items, license, openCondition, contact } = subject;
  const told = items.filter(({ name, type, description }) => name && type && description).length;
  return [
    {
      aspect: 'dictionary',
      standing: items.length === 0 ? 'unmet' : told === items.length ? 'met' : told > 0 ? 'partly' : 'unmet',
      ...(items.length > 0 ? { counted: { met: told, of: items.length } } : {}),
    },
    { aspect: 'readable', standing: readable(subject, tables) },
    { aspect: 'interface', standing: tables > 0 ? 'met' : 'unmet' },
    { aspect: 'licence', standing: license ? 'met' : openCondition ? 'partly' : 'unmet' },
    { aspect: 'timely', standing: TIMELY[cycle.state] },
    { aspect: 'contact', standing: contact?.phone || contact?.email ? 'met' : 'unmet' },
  ];
}

const TIMELY = { kept: 'met', due: 'partly', overdue: 'unmet', unjudged: 'unjudged' } as const;

/** By the best way to have it. */
function readable({ formats, resources }: QualitySubject, tables: number): QualityFact['standing'] {
  const known = [...formats, ...resources.flatMap(({ format }) => (format ? [format] : []))];
  if (tables > 0 || known.some((format) => OPEN.test(format))) return 'met';
  if (known.some((format) => SHEETS.test(format))) return 'partly';
  return known.length > 0 ? 'unmet' : 'unjudged';
}
