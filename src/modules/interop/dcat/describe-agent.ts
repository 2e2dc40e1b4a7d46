import type { EntryAgent, EntryContact } from '../mapping/entry.js';
import type { Graph } from './graph.js';

/** An organ, by the address of its page; one that only stands on the record gets `address`. */
export function describeAgent(graph: Graph, { name, uri, creditCode, code }: EntryAgent, address: string): string {
  const iri = uri ?? address;
  graph.type(iri, 'foaf:Agent', 'foaf:Organization', 'org:Organization');
  graph.label(iri, 'foaf:name', name);
  if (code) graph.literal(iri, 'dct:identifier', code);
  if (creditCode) graph.literal(iri, 'hz:creditCode', creditCode);
  return iri;
}

/** An office; what is written as nobody can dial or mail it stays a text. */
export function describeContact(graph: Graph, { name, phone, email }: EntryContact, iri: string): string {
  graph.type(iri, 'vcard:Kind', 'vcard:Organization');
  graph.label(iri, 'vcard:fn', name);
  if (phone) {
    graph.literal(iri, 'hz:telephone', phone);
    if (/^\+?\d[\d-]{2,30}$/.test(phone)) graph.link(iri, 'vcard:hasTelephone', `tel:${phone}`);
  }
  if (email) {
    if (/^[\w.+-]{1,64}@[\w-]+(\.[\w-]+)+$/.test(email)) graph.link(iri, 'vcard:hasEmail', `mailto:${email}`);
    else graph.literal(iri, 'hz:email', email);
  }
  return iri;
}
