import { type Statement, statementsOf } from '../mapping/crosswalk.js';
import type { CatalogEntry } from '../mapping/entry.js';
import { descriptionOf } from './description.js';
import { type JsonLd, oneOrMany } from './json-ld.js';
import { contactPoint, definedTerm, download, legalForce, licence, organisation, period, tableDownloads, variable } from './node-values.js';

/** Types of documents that are law, or are governed as if they were (规范性文件). */
const LAW = new Set([
  'order',
  'law',
  'administrativeRegulation',
  'localRegulation',
  'departmentalRule',
  'localGovernmentRule',
  'normativeDocument',
  'judicialInterpretation',
]);

/** What a CreativeWork calls what only Legislation has a word for; null is what it cannot say. */
const CREATIVE_WORK: Record<string, string | null> = {
  legislationIdentifier: 'identifier',
  legislationDate: 'dateCreated',
  legislationDateOfApplicability: null,
  legislationLegalForce: 'creativeWorkStatus',
};

type Type = 'Dataset' | 'Legislation' | 'DigitalDocument';

/** A record in the words of schema.org. Pure. */
export function recordNode(entry: CatalogEntry, catalog: JsonLd): JsonLd {
  const statements = statementsOf(entry, 'schemaOrg');
  const type = typeOf(entry, statements);
  const said = new Map<string, unknown[]>();
  for (const statement of statements) {
    const word = wordOf(statement, type);
    if (word) said.set(word, [...(said.get(word) ?? []), ...valuesOf(statement, type, entry)]);
  }
  const contact = said.get('publisher.contactPoint')?.[0];
  const publisher = (said.get('publisher') as JsonLd[] | undefined)?.map((organ, index) =>
    index === 0 && contact ? { ...organ, contactPoint: contact } : organ,
  );
  said.delete('publisher.contactPoint');
  const node = Object.fromEntries([...said].map(([word, values]) => [word, oneOrMany([...new Set(values)])]));
  return {
    '@type': type,
    ...node,
    description: descriptionOf(statements, entry.record.kind, entry.uri),
    inLanguage: 'zh-CN',
    publisher: publisher && oneOrMany(publisher),
    creator: publisher && oneOrMany(publisher.map(({ contactPoint: _, ...organ }) => organ)),
    ...(type === 'Dataset' ? { includedInDataCatalog: catalog } : {}),
  };
}

function typeOf({ record, concepts }: CatalogEntry, statements: readonly Statement[]): Type {
  if (record.kind === 'dataset') return 'Dataset';
  const isLaw = statements.some(({ fact }) => fact === 'legislationType') || LAW.has(concepts.documentType?.code ?? '');
  return isLaw ? 'Legislation' : 'DigitalDocument';
}

function wordOf({ word, fact }: Statement, type: Type): string | null {
  // schema.org keeps distribution for datasets.
  if (fact === 'distributions' && type !== 'Dataset') return 'encoding';
  const other = type === 'DigitalDocument' ? CREATIVE_WORK[word] : undefined;
  return other === undefined ? word : other;
}

function valuesOf(statement: Statement, type: Type, { page }: CatalogEntry): unknown[] {
  switch (statement.type) {
    case 'agent':
      return statement.values.map(organisation);
    case 'contact':
      return statement.values.map(contactPoint);
    case 'distribution':
      return statement.values.flatMap((file) => download(type === 'Dataset' ? 'DataDownload' : 'MediaObject', file, page));
    case 'table':
      return statement.values.flatMap(tableDownloads);
    case 'item':
      return statement.values.map(variable);
    case 'period':
      return statement.values.map(period);
    case 'concept':
      return statement.values.flatMap((concept): unknown[] => {
        switch (statement.fact) {
          case 'accessRights':
            return [concept.code === 'PUBLIC'];
          case 'license':
            return [licence(concept)];
          case 'validity':
            return type === 'Legislation' ? legalForce(concept) : [concept.label];
          case 'documentType':
            return [concept.label];
          case 'region':
            return [{ '@type': 'Place', name: concept.label, identifier: concept.code ?? undefined }];
          default:
            return [definedTerm(concept)];
        }
      });
    case 'text':
      return statement.values.map((text) => (statement.fact === 'spatial' ? { '@type': 'Place', name: text } : text));
    case 'code':
    case 'address':
    case 'date':
    case 'instant':
    case 'number':
    case 'relation':
      return [...statement.values];
  }
}
