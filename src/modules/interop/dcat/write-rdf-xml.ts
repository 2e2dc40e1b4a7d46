import { element, XML_DECLARATION } from '../../kernel/xml.js';
import type { Graph } from './graph.js';

/** The graph as RDF/XML. */
export function writeRdfXml(graph: Graph): string {
  const namespaces = Object.fromEntries(Object.entries(graph.prefixes).map(([prefix, iri]) => [`xmlns:${prefix}`, iri]));
  const things = [...graph].map(([subject, description]) =>
    element(
      'rdf:Description',
      { 'rdf:about': subject },
      [...description].flatMap(([predicate, terms]) =>
        terms.map((term) =>
          'iri' in term
            ? element(predicate, { 'rdf:resource': term.iri })
            : element(predicate, { 'xml:lang': term.language, 'rdf:datatype': term.datatype && graph.expand(term.datatype) }, term.text),
        ),
      ),
    ),
  );
  return XML_DECLARATION + element('rdf:RDF', namespaces, things).text;
}
