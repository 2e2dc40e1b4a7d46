import { iriOf } from '../dcat/iri.js';
import type { CatalogEntry, EntryConcept, EntryDistribution, EntryTable } from '../mapping/entry.js';
import { maintenanceOf } from './accrual.js';
import { contactOf, type Fallback, keywordsOf } from './mandatory.js';
import { type Members, membersOf, some, type Values, writtenMembers } from './statement-values.js';

const conceptOf = ({ label, uri }: EntryConcept): Members => ({ '@type': 'Concept', '@id': uri ?? undefined, prefLabel: label });

/** How the values of each member look in DCAT-US 3. */
const WRITE: Record<string, (values: Values) => unknown> = {
  '@id': ({ address = [] }) => address[0],
  title: ({ text = [] }) => text[0],
  description: ({ text = [] }) => text[0],
  identifier: ({ code = [] }) => code[0],
  otherIdentifier: ({ code = [] }) => some(code),
  rights: ({ text = [] }) => some(text),
  publisher: ({ agent: [agent] = [] }) => agent && { '@type': 'Organization', '@id': agent.uri ?? undefined, name: agent.name },
  theme: ({ concept = [] }) => some(concept.map(conceptOf)),
  spatial: ({ concept = [] }) =>
    some(concept.map(({ label, uri }) => ({ '@type': 'Location', '@id': uri ?? undefined, prefLabel: label }))),
  accessRights: ({ concept = [] }) => concept[0]?.label,
  accrualPeriodicity: ({ concept = [] }) => concept[0] && maintenanceOf(concept[0]),
  landingPage: ({ address: [address] = [] }) => address && { '@type': 'Document', title: '页面', accessURL: iriOf(address) },
  page: ({ address = [] }) => some(address.flatMap((each) => documentOf('来源', each))),
  temporal: ({ period = [] }) =>
    some(period.map(({ start, end }) => ({ '@type': 'PeriodOfTime', startDate: start ?? undefined, endDate: end ?? undefined }))),
  issued: ({ date = [] }) => date[0],
  modified: ({ date = [] }) => date[0],
};

/** A record as a dataset of DCAT-US 3. Pure. */
export function dcatUsDataset(entry: CatalogEntry, fallback: Fallback): Members {
  const members = membersOf(entry, 'dcatUs');
  const { record } = entry;
  const written = writtenMembers(members, WRITE);
  const licence = members.get('license')?.concept?.[0];
  const { distribution = [], table = [] } = members.get('distribution') ?? {};
  return {
    '@type': 'Dataset',
    ...written,
    description: written.description ?? record.title,
    keyword: keywordsOf(members.get('keyword')?.text ?? [], entry),
    modified: written.modified ?? record.updatedAt,
    publisher: written.publisher ?? { '@type': 'Organization', name: fallback.site.name },
    contactPoint: contactPointOf(members, fallback),
    language: ['zh'],
    distribution: some([...distribution.map((file) => fileOf(file, licence)), ...table.flatMap((each) => exportsOf(each, licence))]),
  };
}

function contactPointOf(members: ReadonlyMap<string, Values>, fallback: Fallback): Members {
  const contact = members.get('contactPoint')?.contact?.[0];
  return { '@type': 'Kind', ...contactOf(contact, fallback), tel: contact?.phone ?? undefined };
}

/** A licence belongs to the files. */
const licenceOf = (concept: EntryConcept | undefined) => concept && (concept.official[0] ?? concept.label);

function documentOf(title: string, address: string): Members[] {
  const accessURL = iriOf(address);
  return accessURL ? [{ '@type': 'Document', title, accessURL }] : [];
}

function fileOf(file: EntryDistribution, licence: EntryConcept | undefined): Members {
  const { uri, title, description, accessUrl, downloadUrl, format, mediaType, byteSize, sha256 } = file;
  return {
    '@type': 'Distribution',
    '@id': uri,
    title,
    description: description ?? undefined,
    accessURL: iriOf(accessUrl),
    downloadURL: downloadUrl ? iriOf(downloadUrl) : undefined,
    format: format?.label,
    mediaType: mediaType ?? undefined,
    byteSize: byteSize === null ? undefined : String(byteSize),
    checksum: sha256 === null ? undefined : { '@type': 'Checksum', algorithm: 'SHA-256', checksumValue: sha256 },
    license: licenceOf(licence),
  };
}

const exportsOf = ({ uri, title, page, exports }: EntryTable, licence: EntryConcept | undefined): Members[] =>
  exports.map(({ format, url, mediaType }) => ({
    '@type': 'Distribution',
    '@id': `${uri}-${format}`,
    title: `${title}（${format}）`,
    accessURL: iriOf(page),
    downloadURL: iriOf(url),
    mediaType,
    format,
    license: licenceOf(licence),
  }));
