import type { Graph, Term } from './graph.js';

const valueOf = (term: Term) => {
  if ('iri' in term) return { '@id': term.iri };
  if (term.language) return { '@value': term.text, '@language': term.language };
  return term.datatype ? { '@value': term.text, '@type': term.datatype } : { '@value': term.text };
};

/** The graph as JSON-LD 1.1: a list of things, with the prefixes inline, so that no reader must fetch a context. */
export function writeJsonLd(graph: Graph): string {
  const things: Record<string, unknown>[] = [];
  for (const [subject, description] of graph) {
    const thing: Record<string, unknown> = { '@id': subject };
    for (const [predicate, terms] of description)
      if (predicate === 'rdf:type') thing['@type'] = terms.flatMap((term) => ('iri' in term ? term.iri : []));
      else thing[predicate] = terms.map(valueOf);
    things.push(thing);
  }
  return JSON.stringify({ '@context': graph.prefixes, '@graph': things });
}
