import type { EntryAgent, EntryConcept, EntryContact, EntryDistribution, EntryTable } from '../mapping/entry.js';
import type { EntryItem, EntryPeriod } from '../mapping/fact.js';
import type { JsonLd } from './json-ld.js';

/** A government organ as schema.org names it. Pure. */
export const organisation = ({ name, uri, creditCode }: EntryAgent): JsonLd => ({
  '@type': 'GovernmentOrganization',
  '@id': uri ?? undefined,
  name,
  url: uri ?? undefined,
  taxID: creditCode ?? undefined,
});

/** Whom to ask. Pure. */
export const contactPoint = ({ name, phone, email }: EntryContact): JsonLd => ({
  '@type': 'ContactPoint',
  contactType: '政府信息公开',
  name,
  telephone: phone ?? undefined,
  email: email ?? undefined,
});

/** A term of a code table. Pure. */
export const definedTerm = ({ label, code, uri }: EntryConcept): JsonLd => ({
  '@type': 'DefinedTerm',
  '@id': uri ?? undefined,
  name: label,
  termCode: code ?? undefined,
  inDefinedTermSet: uri?.replace(/#.*$/, ''),
});

/** A file that can be had; a description of a file without an address of its own is none. Pure. */
export function download(type: 'DataDownload' | 'MediaObject', file: EntryDistribution, page: string): JsonLd[] {
  const contentUrl = file.downloadUrl ?? (file.accessUrl === page ? null : file.accessUrl);
  if (!contentUrl) return [];
  return [
    {
      '@type': type,
      '@id': file.uri,
      name: file.title,
      description: file.description ?? undefined,
      contentUrl,
      encodingFormat: file.mediaType ?? file.format?.label,
      contentSize: file.byteSize === null ? undefined : `${file.byteSize} B`,
      sha256: file.sha256 ?? undefined,
    },
  ];
}

/** The forms in which a whole table can be had. Pure. */
export const tableDownloads = ({ title, exports }: EntryTable): JsonLd[] =>
  exports.map(({ format, url, mediaType }) => ({
    '@type': 'DataDownload',
    name: `${title}（${format}）`,
    contentUrl: url,
    encodingFormat: mediaType,
  }));

/** A data item (信息项). Pure. */
export const variable = ({ name, description }: EntryItem): JsonLd => ({
  '@type': 'PropertyValue',
  name,
  description: description ?? undefined,
});

/** A period by ISO 8601-2: an open end is two dots. Pure. */
export const period = ({ start, end }: EntryPeriod): string => `${start ?? '..'}/${end ?? '..'}`;

/** An address where the licence has one; otherwise its name. Pure. */
export const licence = ({ label, official }: EntryConcept): string | JsonLd => official[0] ?? { '@type': 'CreativeWork', name: label };

const FORCE: Record<string, string> = {
  valid: 'InForce',
  amended: 'InForce',
  trial: 'InForce',
  notYet: 'NotInForce',
  expired: 'NotInForce',
  repealed: 'NotInForce',
};

/** Whether a text is in force, of those that say. Pure. */
export const legalForce = ({ code }: EntryConcept): string[] => {
  const force = FORCE[code ?? ''];
  return force ? [`https://schema.org/${force}`] : [];
};
