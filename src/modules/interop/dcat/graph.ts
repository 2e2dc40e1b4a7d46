import { legible } from '../../kernel/xml.js';
import { type Curie, NAMESPACES } from './namespace.js';

/** What stands at the end of a statement. */
export type Term = { iri: string } | { text: string; language?: 'zh' | 'en'; datatype?: Curie };

/** All that is said of a thing, by predicate. */
export type Description = ReadonlyMap<Curie, Term[]>;

/** Statements about things that all have addresses; each is kept once. Writers put it into the syntaxes of RDF. */
export class Graph {
  private readonly things = new Map<string, Map<Curie, Term[]>>();
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
    let thing = this.things.get(subject);
    if (!thing) this.things.set(subject, (thing = new Map<Curie, Term[]>()));
    const terms = thing.get(predicate);
    if (!terms) thing.set(predicate, [said]);
    else if (!terms.some((each) => isSame(each, said))) terms.push(said);
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

function isSame(one: Term, other: Term): boolean {
  if ('iri' in one || 'iri' in other) return 'iri' in one && 'iri' in other && one.iri === other.iri;
  return one.text === other.text && one.language === other.language && one.datatype === other.datatype;
}
