import { element, type Xml } from '../../kernel/xml.js';
import { statementsOf, type Statement } from '../mapping/crosswalk.js';
import type { CatalogEntry } from '../mapping/entry.js';
import type { FactType, FactTypes } from '../mapping/fact.js';
import { FACTS } from '../mapping/facts.js';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

type Values = { [T in FactType]: (value: FactTypes[T]) => string | null };

/** Values as one text each. */
export const TEXTS: Values = {
  text: (text) => text,
  code: (code) => code,
  address: (address) => address,
  date: (date) => date,
  instant: (instant) => instant,
  number: String,
  concept: ({ label }) => label,
  agent: ({ name }) => name,
  contact: ({ name }) => name,
  period: ({ start, end }) => `${start ?? '..'}/${end ?? '..'}`,
  distribution: ({ downloadUrl, accessUrl }) => downloadUrl ?? accessUrl,
  table: ({ rowsUrl }) => rowsUrl,
  item: ({ name }) => name,
  relation: ({ uri }) => uri,
};

const textsOf = ({ type, values }: Statement): string[] =>
  (values as readonly never[]).map((value) => (TEXTS[type] as (value: never) => string | null)(value)).filter((text) => text !== null);

/** The type of a record in the terms of DCMI. */
const DCMI_TYPES = { dataset: 'Dataset', document: 'Text' } as const;

/** Dublin Core, which every repository has. Pure. */
export function writeDublinCore(entry: CatalogEntry): Xml {
  const said = statementsOf(entry, 'oaiDc').flatMap((statement) => textsOf(statement).map((text) => element(statement.word, {}, text)));
  return element(
    'oai_dc:dc',
    {
      'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:xsi': XSI,
      'xsi:schemaLocation': 'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    },
    said,
    element('dc:type', {}, DCMI_TYPES[entry.record.kind]),
    element('dc:language', {}, 'zh'),
  );
}

/** The namespace of the own format. */
export const HZ_NAMESPACE = 'urn:haozhao:record:1';

type Details<T> = Record<string, (value: T) => string | number | null | undefined>;

/** Details that the own format adds to the text of a value, as attributes; its schema names the same. */
export const ATTRIBUTES: { [T in FactType]?: Details<FactTypes[T]> } = {
  concept: { code: ({ code }) => code, uri: ({ uri }) => uri },
  agent: { code: ({ code }) => code, uri: ({ uri }) => uri, creditCode: ({ creditCode }) => creditCode },
  contact: { phone: ({ phone }) => phone, email: ({ email }) => email },
  period: { start: ({ start }) => start, end: ({ end }) => end },
  distribution: {
    title: ({ title }) => title,
    format: ({ format }) => format?.code ?? format?.label,
    mediaType: ({ mediaType }) => mediaType,
    byteSize: ({ byteSize }) => byteSize,
    sha256: ({ sha256 }) => sha256,
  },
  table: { name: ({ name }) => name, title: ({ title }) => title, rowCount: ({ rowCount }) => rowCount },
  item: { type: ({ type }) => type, length: ({ length }) => length, description: ({ description }) => description },
  relation: { type: ({ type }) => type, identifier: ({ identifier }) => identifier, partial: ({ partial }) => String(partial) },
};

/** Everything that the catalog says of a record, an element a value, named and typed as the facts are. Pure. */
export function writeOwnFormat(entry: CatalogEntry, schema: string): Xml {
  const said = FACTS.flatMap(({ name, type, read }) => {
    const details = Object.entries((ATTRIBUTES[type] ?? {}) as Details<never>);
    const text = TEXTS[type] as (value: never) => string | null;
    return (read(entry) as readonly never[]).map((value) =>
      element(name, Object.fromEntries(details.map(([detail, of]) => [detail, of(value)])), text(value)),
    );
  });
  return element(
    'record',
    { xmlns: HZ_NAMESPACE, 'xmlns:xsi': XSI, 'xsi:schemaLocation': `${HZ_NAMESPACE} ${schema}`, kind: entry.record.kind },
    said,
  );
}
