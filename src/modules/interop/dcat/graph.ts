import { legible } from '../../kernel/xml.js';
import { type Curie, NAMESPACES } from './namespace.js';

/** What stands at the end of a statement. */
export type Term = { iri: string } | { text: string; language?: 'zh' | 'en'; datatype?: Curie };

/** All that is said of a thing, by predicate. */
export type Description = ReadonlyMap<Curie, Term[]>;

/** Statements about things that all have addresses; each is kept once. Writers put it into the syntaxes of RDF. */
export class Graph {
  private readonly things = new Map<string, Map<Curie, Term[]>>();
  private readonly stated = new Set<string>();
  /** Namespaces by prefix. */
  readonly prefixes: Readonly<Record<string, string>>;

  constructor(readonly base: string) {
    this.prefixes = { ...NAMESPACES, hz: `${base}/ns#` };
  }

  /** The whole address of a term. */
  expand(curie: Curie): string {
    const colon = curie.indexOf(':');
    return this.prefixes[curie.slice(0, colon)]! + curie.slice(colon + 1);
  }

  /** Whether anything is said of a thing. */
  describes(subject: string): boolean {
    return this.things.has(subject);
  }

  add(subject: string, predicate: Curie, term: Term): void {
    // Every syntax must be able to say it, and XML cannot have control characters.
    const said = 'text' in term ? { ...term, text: legible(term.text) } : term;
    const key = `${subject}\n${predicate}\n${JSON.stringify(said)}`;
    if (this.stated.has(key)) return;
    this.stated.add(key);
    const thing = this.things.get(subject) ?? new Map<Curie, Term[]>();
    this.things.set(subject, thing);
    thing.set(predicate, [...(thing.get(predicate) ?? []), said]);
  }

  link(subject: string, predicate: Curie, iri: string): void {
    this.add(subject, predicate, { iri });
  }

  type(subject: string, ...classes: Curie[]): void {
    for (const each of classes) this.link(subject, 'rdf:type', this.expand(each));
  }

  /** Chinese text for people. */
  label(subject: string, predicate: Curie, text: string): void {
    this.add(subject, predicate, { text, language: 'zh' });
  }

  literal(subject: string, predicate: Curie, text: string, datatype?: Curie): void {
    this.add(subject, predicate, datatype ? { text, datatype } : { text });
  }

  /** Everything, thing by thing in the order in which they came. */
  [Symbol.iterator](): IterableIterator<[subject: string, description: Description]> {
    return this.things.entries();
  }
}
