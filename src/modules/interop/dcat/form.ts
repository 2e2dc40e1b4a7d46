import type { Graph } from './graph.js';
import { writeJsonLd } from './write-json-ld.js';
import { writeRdfXml } from './write-rdf-xml.js';
import { writeTurtle } from './write-turtle.js';

/** Syntaxes of RDF that are offered, by the suffix of their addresses; the first is for whoever does not care. */
export const FORMS = {
  ttl: { mediaType: 'text/turtle', write: writeTurtle },
  jsonld: { mediaType: 'application/ld+json', write: writeJsonLd },
  rdf: { mediaType: 'application/rdf+xml', write: writeRdfXml },
} as const satisfies Record<string, { mediaType: string; write: (graph: Graph) => string | Promise<string> }>;

export type Form = keyof typeof FORMS;

const MEDIA_TYPES = Object.values(FORMS).map(({ mediaType }) => mediaType);

/** The form with this media type. */
export const formOf = (mediaType: string): Form => (Object.keys(FORMS) as Form[]).find((form) => FORMS[form].mediaType === mediaType)!;

/** The form that a caller asks for who may have others as well; undefined when something else is preferred, or none of all. */
export function wantedForm(accepts: (types: string[]) => string | false, others: readonly string[] = []): Form | undefined {
  const best = accepts([...others, ...MEDIA_TYPES]);
  return best && MEDIA_TYPES.some((type) => type === best) ? formOf(best) : undefined;
}
