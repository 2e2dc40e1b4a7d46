import { DataFactory, Writer } from 'n3';
import type { Graph, Term } from './graph.js';

/** The graph as Turtle. */
export function writeTurtle(graph: Graph): Promise<string> {
  const writer = new Writer({ prefixes: { ...graph.prefixes } });
  const objectOf = (term: Term) => {
    if ('iri' in term) return DataFactory.namedNode(term.iri);
    return DataFactory.literal(term.text, term.language ?? (term.datatype && DataFactory.namedNode(graph.expand(term.datatype))));
  };
  for (const [subject, description] of graph)
    for (const [predicate, terms] of description)
      for (const term of terms)
        writer.addQuad(DataFactory.namedNode(subject), DataFactory.namedNode(graph.expand(predicate)), objectOf(term));
  return new Promise((resolve, reject) => {
    writer.end((error: Error | null, text: string) => (error ? reject(error) : resolve(text)));
  });
}
