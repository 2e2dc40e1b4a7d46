import type { RelationType } from '../../catalog/index.js';
import { FACTS } from '../mapping/facts.js';
import { type Statement, statementsOf } from '../mapping/crosswalk.js';
import type { CatalogEntry, EntryConcept, EntryRelation } from '../mapping/entry.js';
import type { EntryItem } from '../mapping/fact.js';
import { describeAgent, describeContact } from './describe-agent.js';
import { describeLanguage, describeLicence, describeOfficial, describeOwn } from './describe-concept.js';
import { describeDistribution, describeTable } from './describe-distribution.js';
import type { Graph } from './graph.js';
import { iriOf } from './iri.js';
import type { Curie } from './namespace.js';

const DATE_TYPES: Record<number, Curie> = { 4: 'xsd:gYear', 7: 'xsd:gYearMonth', 10: 'xsd:date' };
const TITLES = new Map<string, string>(FACTS.map(({ name, label }) => [name, label]));

/** Words for whole relations; every one is a `dct:relation` too. A part of a document that is repealed is another thing. */
const RELATIONS: Partial<Record<RelationType, Curie>> = {
  replaces: 'dct:replaces',
  repeals: 'eli:repeals',
  amends: 'eli:amends',
  basedOn: 'eli:based_on',
};

/** Says in a graph everything that a record says. */
export function describeEntry(graph: Graph, entry: CatalogEntry): void {
  const statements = statementsOf(entry, 'dcat');
  const record = `${entry.uri}#record`;
  graph.type(entry.uri, 'dcat:Resource', 'dcat:Dataset', ...(entry.record.kind === 'document' ? (['eli:LegalResource'] as const) : []));
  graph.link(entry.uri, 'dct:language', describeLanguage(graph));
  graph.type(record, 'dcat:CatalogRecord');
  graph.link(record, 'foaf:primaryTopic', entry.uri);
  const licence = statements.find(({ fact }) => fact === 'license')?.values[0] as EntryConcept | undefined;
  const licenceIri = licence && describeLicence(graph, licence, `${entry.uri}#license`);
  for (const statement of statements) say(graph, entry.uri, record, statement, licenceIri);
  // A description is mandatory; what has none is described by its title.
  const title = statements.find(({ fact }) => fact === 'title')?.values[0] as string;
  if (!statements.some(({ fact }) => fact === 'abstract')) graph.label(entry.uri, 'dct:description', title);
}

/** Says one fact. */
function say(graph: Graph, uri: string, record: string, { fact, word, type, values }: Statement, licence: string | undefined): void {
  const [subject, predicate] = (word.startsWith('record/') ? [record, word.slice(7)] : [uri, word]) as [string, Curie];
  switch (type) {
    case 'text':
      return values.forEach((value) => graph.label(subject, predicate, value));
    case 'code':
      return values.forEach((value) => sayCode(graph, subject, predicate, value, fact));
    case 'address':
      return values.forEach((value) => sayAddress(graph, subject, predicate, value));
    case 'date':
      return values.forEach((value) => graph.literal(subject, predicate, value, DATE_TYPES[value.length]));
    case 'instant':
      return values.forEach((value) => graph.literal(subject, predicate, value, 'xsd:dateTime'));
    case 'number':
      return values.forEach((value) => graph.literal(subject, predicate, String(value), 'xsd:integer'));
    case 'concept':
      return values.forEach((value) => sayConcept(graph, subject, predicate, value, fact, licence));
    case 'agent':
      return values.forEach((value, index) => {
        const agent = describeAgent(graph, value, `${uri}#agent-${index}`);
        // There is one publisher; those who issue together are all creators.
        if (index === 0) graph.link(subject, predicate, agent);
        if (values.length > 1) graph.link(subject, 'dct:creator', agent);
      });
    case 'contact':
      return values.forEach((value) => graph.link(subject, predicate, describeContact(graph, value, `${uri}#contact`)));
    case 'period':
      return values.forEach(({ start, end }) => {
        const period = `${uri}#${fact}`;
        graph.link(subject, predicate, period);
        graph.type(period, 'dct:PeriodOfTime');
        if (start) graph.literal(period, 'dcat:startDate', start, DATE_TYPES[start.length]);
        if (end) graph.literal(period, 'dcat:endDate', end, DATE_TYPES[end.length]);
      });
    case 'distribution':
      return values.forEach((value) => graph.link(subject, predicate, describeDistribution(graph, value, licence)));
    case 'table':
      return values.forEach((value) => {
        for (const iri of describeTable(graph, value, uri, licence)) graph.link(subject, predicate, iri);
      });
    case 'item':
      return values.forEach((value, index) => graph.link(subject, predicate, describeItem(graph, value, `${uri}#item-${index}`)));
    case 'relation':
      return values.forEach((value) => sayRelation(graph, subject, predicate, value));
  }
}

function sayCode(graph: Graph, subject: string, predicate: Curie, value: string, fact: string): void {
  if (predicate !== 'adms:identifier') return graph.literal(subject, predicate, value);
  const identifier = `${subject}#${fact}`;
  graph.link(subject, predicate, identifier);
  graph.type(identifier, 'adms:Identifier');
  graph.literal(identifier, 'skos:notation', value);
}

/** What is no address of the web is kept as a text. */
function sayAddress(graph: Graph, subject: string, predicate: Curie, value: string): void {
  const iri = iriOf(value);
  if (!iri) return graph.literal(subject, 'hz:sourceUrl', value);
  graph.link(subject, predicate, iri);
  graph.type(iri, 'foaf:Document');
}

function sayConcept(
  graph: Graph,
  subject: string,
  predicate: Curie,
  concept: EntryConcept,
  fact: string,
  licence: string | undefined,
): void {
  const own = (...classes: Curie[]) => describeOwn(graph, concept, `${subject}#${fact}`, TITLES.get(fact) ?? fact, ...classes);
  const [official] = concept.official;
  switch (predicate) {
    case 'dct:license':
      return licence === undefined ? undefined : graph.link(subject, predicate, licence);
    case 'dcat:theme':
      for (const theme of concept.official) graph.link(subject, predicate, describeOfficial(graph, theme, concept.label));
      return graph.link(subject, predicate, own());
    case 'dct:accessRights':
      return official ? graph.link(subject, predicate, describeOfficial(graph, official, concept.label, 'dct:RightsStatement')) : undefined;
    case 'dct:accrualPeriodicity':
      // The profile takes frequencies of the table alone; another stays a text.
      return official
        ? graph.link(subject, predicate, describeOfficial(graph, official, concept.label, 'dct:Frequency'))
        : graph.label(subject, 'hz:updateCycle', concept.label);
    case 'dct:spatial':
      return graph.link(subject, predicate, own('dct:Location'));
    default:
      return graph.link(subject, predicate, own());
  }
}

function sayRelation(graph: Graph, subject: string, predicate: Curie, { type, uri, partial }: EntryRelation): void {
  graph.link(subject, predicate, uri);
  if (type !== 'relatesTo') graph.link(subject, partial ? `hz:${type}Partly` : (RELATIONS[type] ?? `hz:${type}`), uri);
}

function describeItem(graph: Graph, { name, type, length, description }: EntryItem, iri: string): string {
  graph.type(iri, 'hz:Item');
  graph.label(iri, 'dct:title', name);
  if (type) graph.literal(iri, 'hz:dataType', type);
  if (length) graph.literal(iri, 'hz:length', length);
  if (description) graph.label(iri, 'dct:description', description);
  return iri;
}
