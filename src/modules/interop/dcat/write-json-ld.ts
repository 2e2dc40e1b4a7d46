import type { Graph, Term } from './graph.js';

const valueOf = (term: Term) => {
  if ('iri' in term) return { '@id': term.iri };
  if (term.language) return { '@value': term.text, '@language': term.language };
  return term.datatype ? { '@value': term.text, '@type': term.datatype } : { '@value': term.text };
};

/** The graph as JSON-LD 1.1: a list of things, with the prefixes inline, so that no reader must fetch a context. */
export function writeJsonLd(graph: Graph): string {
  const things = [...graph].map(([subject, description]): object => ({
    '@id': subject,
    ...Object.fromEntries(
      [...description].map(([predicate, terms]) =>
        predicate === 'rdf:type' ? ['@type', terms.flatMap((term) => ('iri' in term ? term.iri : []))] : [predicate, terms.map(valueOf)],
      ),
    ),
  }));
  return JSON.stringify({ '@context': graph.prefixes, '@graph': things });
}
